export { signInWithOwnPassword } from './own-password.ts';
export { confirmPath, pageToGoOn, returnPath } from './return-path.ts';
export { stepUpRoutes } from './step-up-routes.tsx';
