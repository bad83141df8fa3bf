export { openVaultRoutes } from './open-vault-routes.tsx';
export { phoneCodeRoutes } from './phone-code-routes.tsx';
export { secondFactorRoutes } from './second-factor-routes.tsx';
export { SignInPage } from './sign-in-page.tsx';
export { signInRoutes } from './sign-in-routes.tsx';
