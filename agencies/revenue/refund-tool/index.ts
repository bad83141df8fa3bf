export { ownRefunds } from './own-refunds.tsx';
export { refundRoutes } from './refund-routes.tsx';
