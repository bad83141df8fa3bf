import type { Accounts } from '../../modules/accounts/index.ts';
import type { Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { Routes } from '../routes/index.ts';
import { passkeyRoutes } from './passkey/passkey-routes.ts';
import { recoveryCodesRoutes } from './recovery-codes/recovery-codes-routes.tsx';
import { resumeRoutes } from './session/resume-routes.tsx';
import { sessionRoutes } from './session/session-routes.tsx';
import { phoneSignInRoutes } from './sign-in/phone-code-routes.tsx';
import { secondFactorRoutes } from './sign-in/second-factor-routes.tsx';
import { signInRoutes } from './sign-in/sign-in-routes.tsx';
import { authenticatorRoutes } from './sign-up/authenticator-routes.tsx';
import { signUpPhoneRoutes } from './sign-up/sign-up-phone-routes.tsx';
import { signUpRoutes } from './sign-up/sign-up-routes.tsx';
import { confirmRoutes } from './step-up/step-up-routes.tsx';

export { addPhoneRoutes } from './phone/add-phone-routes.tsx';

/** Making an account, signing in, signing out. */
export function signInJourney(deps: {
  authentication: Authentication;
  accounts: Accounts;
  federation: Federation;
}): readonly Routes[] {
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
