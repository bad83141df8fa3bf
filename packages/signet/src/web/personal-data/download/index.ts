export { downloadRoutes } from './download-routes.tsx';
