import type { Clock, PersonId, Transact } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Disavowals, Notices } from '../notices/index.ts';
import type { PhoneLines } from '../records/index.ts';
import type { PlaceOf } from '../risk/index.ts';
import type { Escrow, Vault } from '../vault/index.ts';
import type { EndAllAtAgencies } from './account-recovery/index.ts';
import type { TotpKeys } from './authenticator-app/index.ts';
import type { RenewLostVault } from './authenticators/index.ts';
import type { HashSettings } from './limits/index.ts';
import type { OnPasskeyRefused } from './passkey/index.ts';
import type { LeakedPasswords, PasswordKeys } from './password/index.ts';
import type { PhoneKeys, PhoneSettings } from './phone/index.ts';
import type { AuthenticationStores } from './postgres-authentication-stores.ts';
import type { EndAtAgencies } from './session/index.ts';

/** The part of the KMS that authentication uses: the parts that its rooms use. */
export interface AuthenticationKeys extends PhoneKeys, PasswordKeys, TotpKeys {
  wrap(key: 'totp' | 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'totp' | 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
  mac(key: 'password-pepper' | 'contact-index', data: Uint8Array): Promise<Buffer>;
}

/** What differs from one deployment to the next. Limits that rules fix are beside the rules. */
export interface AuthenticationSettings extends HashSettings {
  /** Origin that people see, e.g. `https://signet.example`. Links in mails and passkeys are bound to it. */
  readonly origin: string;
  /** WebAuthn relying party id: the origin's host, or a parent domain of it. */
  readonly rpId: string;
  /** The service's name as shown by authenticators and in authenticator apps. */
  readonly serviceName: string;
  readonly phones: PhoneSettings;
  /** Milliseconds in which an agent's approval of a recovery can be stopped by whoever reads the account's mail. */
  readonly waitBeforeRecovery: number;
}

/** All that authentication needs from the rest of the house. Each room is handed just what it uses of it. */
export interface AuthenticationNeeds {
  readonly stores: AuthenticationStores;
  readonly transact: Transact;
  readonly kms: AuthenticationKeys;
  readonly vault: Vault;
  /** Only where the operator turned it on (docs/design.md §4). */
  readonly escrow?: Escrow | undefined;
  readonly renewLostVault: RenewLostVault;
  readonly endAtAgencies: EndAtAgencies;
  readonly endAllAtAgencies: EndAllAtAgencies;
  /** Whether there is a proven identity, which its person can prove again to get back in. */
  isProven(person: PersonId): Promise<boolean>;
  readonly onPasskeyRefused: OnPasskeyRefused;
  readonly audit: AuditLog;
  readonly notices: Notices;
  readonly disavowals: Disavowals;
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
