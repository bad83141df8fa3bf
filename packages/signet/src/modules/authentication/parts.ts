import type { PlaceOf } from '../risk/index.ts';
import type { Attempts } from './limits/attempts.ts';
import type { HashLane } from './limits/hash-queue.ts';
import type { KnownDevices } from './session/known-devices.ts';
import type { SeeLine } from './phone/phone-line.ts';
import type { PhoneSends } from './phone/phone-send-limits.ts';
import type { AuthenticationDeps } from './ports.ts';
import type { AuthenticatorStore } from './authenticators/postgres-authenticators.ts';
import type { ChangesInTurn } from './removal/postgres-removal-lock.ts';
import type { ConfirmationStore } from './email/postgres-confirmations.ts';
import type { EarlierWays } from './account-recovery/postgres-ways-before-recovery.ts';
import type { PasskeyStore } from './passkey/postgres-passkeys.ts';
import type { PasswordStore } from './password/postgres-passwords.ts';
import type { PhoneStore } from './phone/postgres-phones.ts';
import type { RecoveryCodeStore } from './recovery-codes/postgres-recovery-codes.ts';
import type { TotpStore } from './authenticator-app/postgres-totp.ts';
import type { Sessions } from './session/session.ts';
import type { AuthenticatorTelling } from './authenticators/security-notices.ts';
import type { TriedAccounts } from './limits/tried-accounts.ts';
import type { WaysIn } from './authenticators/vault-ways-in.ts';

/** What the use cases are made of; each names the few that it takes with `Pick`. */
export interface Parts extends AuthenticationDeps {
  readonly placeOf: PlaceOf;
  readonly sessions: Sessions;
  readonly knownDevices: KnownDevices;
  readonly tried: TriedAccounts;
  readonly attempts: Attempts;
  readonly lane: HashLane;
  readonly authenticators: AuthenticatorStore;
  readonly changes: ChangesInTurn;
  readonly passwords: PasswordStore;
  readonly totp: TotpStore;
  readonly passkeys: PasskeyStore;
  readonly recoveryCodes: RecoveryCodeStore;
  readonly phones: PhoneStore;
  readonly earlierWays: EarlierWays;
  readonly phoneSends: PhoneSends;
  readonly seeLine: SeeLine;
  readonly confirmations: ConfirmationStore;
  readonly waysIn: WaysIn;
  readonly tell: AuthenticatorTelling;
}
