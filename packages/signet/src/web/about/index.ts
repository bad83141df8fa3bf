export { aboutPages } from './about-routes.tsx';
export { howItGoesRoutes } from './how-it-goes-routes.tsx';
