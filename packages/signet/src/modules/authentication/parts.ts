import type { PlaceOf } from '../risk/index.ts';
import type { WaysBeforeRecovery } from './account-recovery/postgres-ways-before-recovery.ts';
import type { TotpStore } from './authenticator-app/postgres-totp.ts';
import type { AuthenticatorStore } from './authenticators/postgres-authenticators.ts';
import type { SecurityNotices } from './authenticators/security-notices.ts';
import type { WaysIn } from './authenticators/vault-ways-in.ts';
import type { ConfirmationStore } from './email/postgres-confirmations.ts';
import type { Attempts } from './limits/attempts.ts';
import type { HashQueue } from './limits/hash-queue.ts';
import type { TriedAccounts } from './limits/tried-accounts.ts';
import type { PasskeyStore } from './passkey/postgres-passkeys.ts';
import type { PasswordStore } from './password/postgres-passwords.ts';
import type { LookUpLine } from './phone/phone-line.ts';
import type { PhoneSends } from './phone/phone-send-limits.ts';
import type { PhoneStore } from './phone/postgres-phones.ts';
import type { AuthenticationDeps } from './ports.ts';
import type { RecoveryCodeStore } from './recovery-codes/postgres-recovery-codes.ts';
import type { RemovalLock } from './removal/postgres-removal-lock.ts';
import type { KnownDevices } from './session/known-devices.ts';
import type { Sessions } from './session/session.ts';

/** What the use cases are made of; each names the few that it takes with `Pick`. */
export interface Parts extends AuthenticationDeps {
  readonly placeOf: PlaceOf;
  readonly sessions: Sessions;
  readonly knownDevices: KnownDevices;
  readonly tried: TriedAccounts;
  readonly attempts: Attempts;
  readonly hashQueue: HashQueue;
  readonly authenticators: AuthenticatorStore;
  readonly removalLock: RemovalLock;
  readonly passwords: PasswordStore;
  readonly totp: TotpStore;
  readonly passkeys: PasskeyStore;
  readonly recoveryCodes: RecoveryCodeStore;
  readonly phones: PhoneStore;
  readonly waysBeforeRecovery: WaysBeforeRecovery;
  readonly phoneSends: PhoneSends;
  readonly lookUpLine: LookUpLine;
  readonly confirmations: ConfirmationStore;
  readonly waysIn: WaysIn;
  readonly tell: SecurityNotices;
}
