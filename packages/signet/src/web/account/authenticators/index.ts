export { authenticatorsRoutes } from './authenticators-routes.tsx';
export { passkeyNameRoutes } from './passkey-name-routes.tsx';
export { passwordRoutes } from './password-routes.tsx';
export { phoneRoutes } from './phone-routes.tsx';
export { removalRoutes } from './removal-routes.tsx';
