export { nameSpellingRoutes } from './name-spelling-routes.tsx';
export { verifiedDataRoutes } from './verified-data-routes.tsx';
