export { devicesRoutes } from './devices-routes.tsx';
