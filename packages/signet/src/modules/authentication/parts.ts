import type { PlaceOf } from '../risk/index.ts';
import type { Attempts } from './attempts.ts';
import type { HashLane } from './hash-lane.ts';
import type { KnownDevices } from './known-devices.ts';
import type { SeeLine } from './phone-line.ts';
import type { PhoneSends } from './phone-send-limits.ts';
import type { AuthenticationDeps } from './ports.ts';
import type { AuthenticatorStore } from './postgres-authenticators.ts';
import type { ChangesInTurn } from './postgres-changes.ts';
import type { ConfirmationStore } from './postgres-confirmations.ts';
import type { EarlierWays } from './postgres-earlier-ways.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';
import type { PasswordStore } from './postgres-passwords.ts';
import type { PhoneStore } from './postgres-phones.ts';
import type { RecoveryCodeStore } from './postgres-recovery-codes.ts';
import type { TotpStore } from './postgres-totp.ts';
import type { Sessions } from './session.ts';
import type { AuthenticatorTelling } from './tell-of-authenticators.ts';
import type { TriedAccounts } from './tried-accounts.ts';
import type { WaysIn } from './ways-in.ts';

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
