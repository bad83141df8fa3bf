export { sayRejection, saySentAgain } from './rejection-in-words.ts';
export { returnRoutes } from './return-routes.tsx';
export { PapersOfYear } from './returns-page.tsx';
