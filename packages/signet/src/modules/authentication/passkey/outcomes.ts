import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow } from '../session/index.ts';

export type EnrollPasskeyError =
  | { readonly code: 'passkey-refused' }
  | { readonly code: 'passkey-already-registered' }
  | TooManyPasskeys
  | { readonly code: 'address-taken' }
  | NotNow;

export interface TooManyPasskeys {
  readonly code: 'too-many-passkeys';
}

export type SignInWithPasskeyError =
  | { readonly code: 'passkey-refused' }
  /** Not registered here: the browser may be told to forget it (WebAuthn signal API). */
  | { readonly code: 'passkey-unknown' }
  /** Right, and somebody else's, where only who is here may answer. */
  | { readonly code: 'another-person' }
  /** After wrong answers; or where the account is unfinished, and so a mail is due. */
  | TooManyAttempts
  | NotNow;

export type RenamePasskeyError = { readonly code: 'unknown-authenticator' } | NotNow;
