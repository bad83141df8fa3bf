export { inFull } from './full-value.ts';
export { interactionRoutes } from './interaction-routes.tsx';
export { expiredRequest } from './leave-request.tsx';
export { langOfRequest, providerPages } from './provider-pages.tsx';
