export { proveAgainRoutes } from './prove-again-routes.tsx';
