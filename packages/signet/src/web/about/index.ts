export { aboutPages } from './about-routes.tsx';
