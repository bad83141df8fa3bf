export { CasePhoto } from './photo-page.tsx';
export { photoRoutes } from './photo-routes.ts';
export { photoStep } from './photo-step.tsx';
export { photoWords } from './photo-words.ts';
