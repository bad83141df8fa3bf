import type { Clock, PersonId, Redacted, Transact, Tx } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Notices } from '../notices/index.ts';
import type { PhoneLines } from '../records/index.ts';
import type { PlaceOf } from '../risk/index.ts';
import type { Escrow, Vault, VaultKey } from '../vault/index.ts';
import type { Database } from './postgres-database.ts';
import type { Presence } from './session/session.ts';
import type { AuthenticationSettings } from './settings.ts';

/** The part of the KMS that authentication uses. */
export interface AuthenticationKeys {
  wrap(key: 'totp' | 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'totp' | 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
  mac(key: 'password-pepper' | 'contact-index', data: Uint8Array): Promise<Buffer>;
}

/** B3: passwords that appeared in known leaks, as the operator supplied them. Asked on this machine, told to nobody. */
export interface LeakedPasswords {
  has(password: Redacted<string>): Promise<boolean>;
}

/**
 * For a person whose vault no way in opens any more and who has proven again who they are: the key of their vault made
 * anew, in the transaction that gives it its first way in. Undefined for everybody else.
 */
export type RenewLostVault = (tx: Tx, presence: Presence) => Promise<VaultKey | undefined>;

/**
 * Ends, with the transaction, what agencies hold by these sessions of the person's, by their `ref`s: a password that
 * changed, a recovery, an authenticator taken away ends nothing here that goes on there.
 */
export type EndAtAgencies = (tx: Tx, person: PersonId, refs: readonly string[]) => Promise<void>;

/** All that authentication needs from the rest of the house. */
export interface AuthenticationDeps {
  readonly db: Database;
  readonly transact: Transact;
  readonly kms: AuthenticationKeys;
  readonly vault: Vault;
  /** Only where the operator turned it on (docs/design.md §4). */
  readonly escrow?: Escrow | undefined;
  readonly renewLostVault: RenewLostVault;
  readonly endAtAgencies: EndAtAgencies;
  readonly audit: AuditLog;
  readonly notices: Notices;
  readonly accounts: Accounts;
  /** The carriers of phones that get codes. */
  readonly lines: PhoneLines;
  readonly clock: Clock;
  /** Where networks are; left out, nowhere is known. */
  readonly placeOf?: PlaceOf;
  /** Beside the packaged list of common passwords, where the operator has a file. */
  readonly leakedPasswords?: LeakedPasswords | undefined;
  readonly settings: AuthenticationSettings;
}
