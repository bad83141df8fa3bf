export { withdrawalRoutes } from './withdrawal-routes.tsx';
