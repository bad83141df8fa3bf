export { CorrectedDocument } from './corrected-document.tsx';
export {
  CasePhoto,
  needsAnotherDocument,
  PhotoQuestion,
  PoorPhoto,
} from './photo-question.tsx';
export { photoRoutes, showPhoto } from './photo-routes.ts';
export { type PhotoNotTaken, photoStep, takePhoto } from './photo-step.tsx';
export { photoTitle, photoWords } from './photo-words.ts';
