export { passkeyRoutes, signInByPasskey } from './passkey-routes.ts';
export { storedPasskeyRoutes } from './stored-passkey-routes.tsx';
