export { captureRoutes } from './capture-routes.tsx';
export { deskRoutes } from './desk-routes.tsx';
export { phoneTokens } from './phone-cookie.ts';
export { phoneRoutes } from './phone-routes.tsx';
export { placeAtPhone } from './place-at-phone.ts';
