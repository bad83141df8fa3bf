import type { Redacted, Result } from '../../../kernel/index.ts';
import type { Presence, Source } from '../session/index.ts';
import type { SetPasswordError, SignInWithPasswordError } from './outcomes.ts';

/** Sign-in with an address and a password: the first of two factors, never the sole one (B3). */
export interface Password {
  /** The address that a new password would belong to, which password managers save beside it. Undefined: none may be set now. */
  addressFor(presence: Presence): Promise<Redacted<string> | undefined>;
  /** First authenticator of a new account, or (at AAL2) a first or a new password. */
  set(
    presence: Presence,
    input: { readonly password: Redacted<string> },
  ): Promise<Result<Presence, SetPasswordError>>;
  signIn(
    presence: Presence,
    input: { readonly email: string; readonly password: Redacted<string>; readonly source: Source },
  ): Promise<Result<Presence, SignInWithPasswordError>>;
}
