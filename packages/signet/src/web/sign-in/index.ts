import type { Hono } from 'hono';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { WebEnv } from '../context.ts';
import { authenticatorRoutes } from './authenticator-routes.tsx';
import { confirmRoutes } from './confirm-routes.tsx';
import { passkeyRoutes } from './passkey-routes.ts';
import { phoneSignInRoutes } from './phone-sign-in-routes.tsx';
import { recoveryCodesRoutes } from './recovery-codes-routes.tsx';
import { resumeRoutes } from './resume-routes.tsx';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { sessionRoutes } from './session-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { signUpPhoneRoutes } from './sign-up-phone-routes.tsx';
import { signUpRoutes } from './sign-up-routes.tsx';

export { addPhoneRoutes } from './add-phone-routes.tsx';
export { confirmPath } from './confirm-target.ts';

/** Making an account, signing in, signing out. */
export function signInJourney(deps: {
  authentication: Authentication;
  accounts: Accounts;
  federation: Federation;
}): readonly Hono<WebEnv>[] {
  return [
    signInRoutes(deps.authentication),
    signUpRoutes(deps.authentication),
    authenticatorRoutes(deps.authentication),
    recoveryCodesRoutes(deps.authentication),
    secondFactorRoutes(deps),
    signUpPhoneRoutes(deps.authentication),
    phoneSignInRoutes(deps.authentication),
    confirmRoutes(deps),
    resumeRoutes(deps),
    passkeyRoutes(deps.authentication),
    sessionRoutes(deps),
  ];
}
