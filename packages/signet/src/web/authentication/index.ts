import type { Accounts } from '../../modules/accounts/index.ts';
import type { Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { Routes } from '../routes/index.ts';
import { passkeyRoutes, storedPasskeyRoutes } from './passkey/index.ts';
import { recoveryCodesRoutes } from './recovery-codes/index.ts';
import { resumeRoutes, sessionRoutes } from './session/index.ts';
import { openVaultRoutes, phoneCodeRoutes, secondFactorRoutes, signInRoutes } from './sign-in/index.ts';
import { authenticatorRoutes, signUpPhoneRoutes, signUpRoutes } from './sign-up/index.ts';
import { stepUpRoutes } from './step-up/index.ts';

export { addPhoneRoutes } from './phone/index.ts';

/** Making an account, signing in, signing out. */
export function authenticationPages(deps: {
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
    openVaultRoutes(deps),
    signUpPhoneRoutes(deps.authentication),
    phoneCodeRoutes(deps.authentication),
    stepUpRoutes(deps),
    resumeRoutes(deps),
    passkeyRoutes(deps.authentication),
    storedPasskeyRoutes(deps.authentication),
    sessionRoutes(deps),
  ];
}
