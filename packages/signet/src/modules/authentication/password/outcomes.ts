import type { Busy, TooManyAttempts } from '../limits/index.ts';
import type { NotNow } from '../session/index.ts';

/** B3: each with its reason; `limit` is the length asked for, in characters. */
export type PasswordProblem =
  | { readonly code: 'password-too-short'; readonly limit: number }
  | { readonly code: 'password-too-long'; readonly limit: number }
  | { readonly code: 'password-too-common' }
  | { readonly code: 'password-leaked' }
  | { readonly code: 'password-is-context'; readonly context: 'service-name' | 'email-address' };

export type SetPasswordError =
  | PasswordProblem
  | { readonly code: 'address-taken' }
  | NotNow
  | TooManyAttempts
  | Busy;

/** One code for an unknown address, a wrong password, a disabled one and a suspended account. */
export type SignInWithPasswordError = { readonly code: 'does-not-match' } | TooManyAttempts | Busy;
