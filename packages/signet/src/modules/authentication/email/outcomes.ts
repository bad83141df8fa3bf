import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow } from '../session/index.ts';

/** Why something did not succeed, by stable codes. The words are the locale's. */

export type StartSignUpError = { readonly code: 'not-an-address' } | TooManyAttempts | NotNow;

export type ConfirmEmailError =
  | { readonly code: 'wrong-code'; readonly attemptsLeft: number }
  /** Expired, or used up by wrong codes: ask for a new one. */
  | { readonly code: 'code-expired' }
  /** For this address, whatever was mailed meanwhile (B4): the link in the mail goes on working. */
  | TooManyAttempts
  | NotNow;

/** A link that was opened in another browser already, or is too old, or was never sent. */
export type EmailLinkError = { readonly code: 'link-expired' };

export type AddEmailError =
  | { readonly code: 'not-an-address' }
  /** Of this very account. An address of another account gets no answer of its own (A22). */
  | { readonly code: 'already-yours' }
  | { readonly code: 'too-many-addresses' }
  | TooManyAttempts
  | NotNow;

export type ConfirmNewEmailError =
  | { readonly code: 'wrong-code'; readonly attemptsLeft: number }
  | { readonly code: 'code-expired' }
  /** Its mailbox confirmed it for another account meanwhile. */
  | { readonly code: 'address-taken' }
  | { readonly code: 'too-many-addresses' }
  | TooManyAttempts
  | NotNow;

/** Gone, or the primary one: choose another as primary first. */
export type ChangeEmailError =
  | { readonly code: 'not-removable' }
  | { readonly code: 'no-such-address' }
  | NotNow;
