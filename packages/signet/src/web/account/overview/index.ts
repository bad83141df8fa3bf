export { wordsOfCheck } from './identity-check.ts';
export { overviewRoutes } from './overview-routes.tsx';
