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
import type { AuthenticationNeeds } from './ports.ts';
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

export function createFoundation(needs: AuthenticationNeeds): Foundation {
  const basis = createSessionsAndLimits(needs);
  const { knownDevices, placeOf, securityNotices, sessions } = basis;
  const { audit, clock, transact } = needs;
  const vaultWaysIn = createVaultWaysIn(needs.vault, needs.escrow);
  const renewLostVault = createRenewLostVault(needs.renewLostVault, {
    passkeysOpenNoVault: needs.stores.passkeys.openNoVault,
    removeRecoveryCodes: needs.stores.recoveryCodes.removeAll,
  });
  const { authenticators, binder } = createAuthenticators({
    accounts: needs.accounts,
    audit,
    knownDevices,
    phones: createPhoneDescriptions(needs.kms, needs.settings.phones.calls),
    renewLostVault,
    securityNotices,
    sessions,
    store: needs.stores.authenticators,
    transact,
  });
  const { signIn, signInAs } = createSignIn({
    accounts: needs.accounts,
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

function createSessionsAndLimits(needs: AuthenticationNeeds): SessionsAndLimits {
  const { accounts, audit, clock, kms, stores, transact, placeOf = placesUnknown } = needs;
  const limits = createLimits({ store: stores.attempts, kms, clock, settings: needs.settings });
  const securityNotices = createSecurityNotices({ accounts, audit, clock, notices: needs.notices, transact });
  const { session, knownDevices } = createSession({
    accounts: needs.accounts,
    audit,
    clock,
    deviceStore: stores.knownDevices,
    endAtAgencies: needs.endAtAgencies,
    kms,
    notifyOfNewCountry: createNotifyOfNewCountry(audit, securityNotices),
    placeOf,
    store: stores.sessions,
    transact,
    triedAccounts: limits.triedAccounts,
    vault: needs.vault,
  });
  return { ...limits, knownDevices, placeOf, securityNotices, sessions: session };
}
