export { recoveryCodesRoutes } from './recovery-codes-routes.tsx';
