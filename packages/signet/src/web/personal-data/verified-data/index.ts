export { verifiedDataRoutes } from './verified-data-routes.tsx';
