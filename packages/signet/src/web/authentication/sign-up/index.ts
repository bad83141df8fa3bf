export { AuthenticatorCard, PasskeyCard } from './authenticator-card.tsx';
export { authenticatorRoutes } from './authenticator-routes.tsx';
export { SignUpSteps } from './sign-up-pages.tsx';
export { signUpPhoneRoutes } from './sign-up-phone-routes.tsx';
export { signUpRoutes } from './sign-up-routes.tsx';
