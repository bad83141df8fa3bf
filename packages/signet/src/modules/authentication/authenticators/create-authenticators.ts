import type { PersonId, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { KnownDevices, Presence, Sessions } from '../session/index.ts';
import type { Authenticators, AuthenticatorsOf } from './authenticators.ts';
import {
  type AddressTaken,
  addressTaken,
  type BindAuthenticator,
  type Binding,
  bindAuthenticator,
  bindingOf,
} from './bind-authenticator.ts';
import { createAuthenticatorsOf, type PhoneDescriptions } from './describe-authenticators.ts';
import type { AuthenticatorStore } from './postgres-authenticators.ts';
import type { RenewLostVault } from './renew-lost-vault.ts';
import type { SecurityNotices } from './security-notices.ts';

/** What other modules ask about a person's authenticators. */
export interface AuthenticatorsRoom {
  of(person: PersonId): Promise<Authenticators>;
}

/** How the ways in bind an authenticator of theirs. */
export interface Binder {
  /** The person for whom it is bound; undefined: this session may not bind anything now (B13). */
  bindingOf(presence: Presence): Promise<Binding | undefined>;
  /** Whether a new account's address is somebody's by now: for what is costly, before it is done; `bind` looks again. */
  addressTaken(presence: Presence, binding: Binding): Promise<AddressTaken | undefined>;
  readonly bind: BindAuthenticator;
}

export function createAuthenticators(needs: {
  readonly store: AuthenticatorStore;
  readonly phones: PhoneDescriptions;
  readonly accounts: Pick<Accounts, 'create' | 'findByEmail'>;
  readonly audit: AuditLog;
  readonly knownDevices: Pick<KnownDevices, 'remember'>;
  readonly renewLostVault: RenewLostVault;
  readonly sessions: Pick<Sessions, 'renew' | 'endAll' | 'load' | 'openVault' | 'setPending'>;
  readonly securityNotices: SecurityNotices;
  readonly transact: Transact;
}): { readonly authenticators: AuthenticatorsOf; readonly binder: Binder } {
  const authenticators = createAuthenticatorsOf(needs.store, needs.phones);
  return {
    authenticators,
    binder: {
      bindingOf: (presence) => bindingOf(authenticators, presence),
      addressTaken: addressTaken(needs),
      bind: bindAuthenticator({ ...needs, authenticators }),
    },
  };
}
