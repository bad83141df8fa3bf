export { passkeyRoutes, signInByPasskey } from './passkey-routes.ts';
