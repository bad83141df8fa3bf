export { agenciesRoutes } from './agencies-routes.tsx';
