export { assets } from './assets.ts';
export { cameras } from './cameras.ts';
export type { Links } from './home-page.tsx';
export { language } from './language.ts';
export { noSuchPage, pages } from './routes.tsx';
