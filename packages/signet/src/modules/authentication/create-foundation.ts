import { type PlaceOf, placesUnknown } from '../risk/index.ts';
import {
  type AuthenticatorsOf,
  type Binder,
  createAuthenticators,
  createRenewLostVault,
  securityNotices as createSecurityNotices,
  vaultWaysIn as createVaultWaysIn,
  type RenewLostVault,
  type SecurityNotices,
  type VaultWaysIn,
} from './authenticators/index.ts';
import { createLimits, type Limits } from './limits/index.ts';
import { createPhoneDescriptions } from './phone/index.ts';
import type { AuthenticationDeps } from './ports.ts';
import { createSession, type KnownDevices, type SessionRoom } from './session/index.ts';
import { createNotifyOfNewCountry, createSignIn, type SignIn, type SignInAs } from './sign-in/index.ts';

interface SessionsAndLimits extends Limits {
  readonly knownDevices: KnownDevices;
  readonly placeOf: PlaceOf;
  readonly securityNotices: SecurityNotices;
  readonly sessions: SessionRoom;
}

/** What every way in stands on: limits, sessions, what a person has, and how somebody is signed in. */
export interface Foundation extends SessionsAndLimits {
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly renewLostVault: RenewLostVault;
  readonly signIn: SignIn;
  readonly signInAs: SignInAs;
  readonly vaultWaysIn: VaultWaysIn;
}

export function createFoundation(deps: AuthenticationDeps): Foundation {
  const basis = createSessionsAndLimits(deps);
  const { knownDevices, placeOf, securityNotices, sessions } = basis;
  const { audit, clock, transact } = deps;
  const vaultWaysIn = createVaultWaysIn(deps.vault, deps.escrow);
  const renewLostVault = createRenewLostVault(deps.renewLostVault, {
    passkeysOpenNoVault: deps.stores.passkeys.openNoVault,
    removeRecoveryCodes: deps.stores.recoveryCodes.removeAll,
  });
  const { authenticators, binder } = createAuthenticators({
    accounts: deps.accounts,
    audit,
    knownDevices,
    phones: createPhoneDescriptions(deps.kms, deps.settings.phones.calls),
    renewLostVault,
    securityNotices,
    sessions,
    store: deps.stores.authenticators,
    transact,
  });
  const { signIn, signInAs } = createSignIn({
    audit,
    authenticators,
    clock,
    knownDevices,
    placeOf,
    renewLostVault,
    securityNotices,
    sessions,
    transact,
    vaultWaysIn,
  });
  return { ...basis, authenticators, binder, renewLostVault, signIn, signInAs, vaultWaysIn };
}

function createSessionsAndLimits(deps: AuthenticationDeps): SessionsAndLimits {
  const { accounts, audit, clock, kms, stores, transact, placeOf = placesUnknown } = deps;
  const limits = createLimits({ store: stores.attempts, kms, clock, settings: deps.settings });
  const securityNotices = createSecurityNotices({ accounts, audit, clock, notices: deps.notices, transact });
  const { session, knownDevices } = createSession({
    accounts,
    audit,
    clock,
    deviceStore: stores.knownDevices,
    endAtAgencies: deps.endAtAgencies,
    kms,
    notifyOfNewCountry: createNotifyOfNewCountry(audit, securityNotices),
    placeOf,
    store: stores.sessions,
    transact,
    triedAccounts: limits.triedAccounts,
    vault: deps.vault,
  });
  return { ...limits, knownDevices, placeOf, securityNotices, sessions: session };
}
