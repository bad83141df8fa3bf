export { returnRoutes } from './return-routes.tsx';
export { PapersOfYear } from './returns-page.tsx';
