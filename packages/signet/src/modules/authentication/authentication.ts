import type { AccountRecovery } from './account-recovery/index.ts';
import type { AuthenticatorApp } from './authenticator-app/index.ts';
import type { AuthenticatorsRoom } from './authenticators/index.ts';
import type { Email } from './email/index.ts';
import type { Passkey } from './passkey/index.ts';
import type { Password } from './password/index.ts';
import type { Phone } from './phone/index.ts';
import type { RecoveryCodes } from './recovery-codes/index.ts';
import type { AuthenticatorRemoval } from './removal/index.ts';
import type { SessionRoom } from './session/index.ts';
import type { SignIn } from './sign-in/index.ts';

/**
 * Everything between arriving and being signed in, a room for each way in and each concern. Each call takes the
 * request's `Presence` and, where it succeeds, gives the one to answer with: set its cookie when it changed, then go
 * where `signIn.nextStep` says. A page that shows a person's data asks for `session.aal >= 2`.
 */
export interface Authentication {
  readonly session: SessionRoom;
  readonly signIn: SignIn;
  readonly authenticators: AuthenticatorsRoom;
  readonly email: Email;
  readonly password: Password;
  readonly passkey: Passkey;
  readonly authenticatorApp: AuthenticatorApp;
  readonly phone: Phone;
  readonly recoveryCodes: RecoveryCodes;
  readonly removal: AuthenticatorRemoval;
  /** For somebody who cannot sign in, and for "this was not me". */
  readonly accountRecovery: AccountRecovery;

  /** The job that forgets what is over: sessions, codes, counts. Every few minutes is often enough. */
  removeExpired(): Promise<void>;
}
