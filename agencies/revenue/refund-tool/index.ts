export { refundRoutes } from './refund-routes.tsx';
