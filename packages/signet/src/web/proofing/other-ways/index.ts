export { otherWaysRoutes } from './other-ways-routes.tsx';
