import type { Accounts } from '../../modules/accounts/index.ts';
import type { Agencies } from '../../modules/agencies/index.ts';
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
export function authenticationPages(needs: {
  authentication: Authentication;
  accounts: Accounts;
  agencies: Agencies;
  federation: Federation;
}): readonly Routes[] {
  return [
    signInRoutes(needs.authentication),
    signUpRoutes(needs),
    authenticatorRoutes(needs.authentication),
    recoveryCodesRoutes(needs.authentication),
    secondFactorRoutes(needs),
    openVaultRoutes(needs),
    signUpPhoneRoutes(needs.authentication),
    phoneCodeRoutes(needs.authentication),
    stepUpRoutes(needs),
    resumeRoutes(needs),
    passkeyRoutes(needs.authentication),
    storedPasskeyRoutes(needs.authentication),
    sessionRoutes(needs),
  ];
}
