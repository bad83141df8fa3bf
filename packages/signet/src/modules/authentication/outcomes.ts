import type { CodePhoneProblem } from '../records/index.ts';

/** Why something did not succeed, by stable codes. The words are the locale's. */

/** Too many tries from here or for this account: again after so many seconds. */
export interface TooManyAttempts {
  readonly code: 'too-many-attempts';
  readonly retryAfterSeconds: number;
}

/** The session does not allow this step now (signed out, other tab, back button): go to `nextStep`. */
export interface NotNow {
  readonly code: 'not-now';
}

/** More sign-ins at once than the machine can hash: try again in a moment. */
export interface Busy {
  readonly code: 'busy';
}

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

/** B3: each with its reason; `limit` is the length asked for, in characters. */
export type PasswordProblem =
  | { readonly code: 'password-too-short'; readonly limit: number }
  | { readonly code: 'password-too-long'; readonly limit: number }
  | { readonly code: 'password-too-common' }
  | { readonly code: 'password-leaked' }
  | { readonly code: 'password-is-context'; readonly context: 'service-name' | 'email-address' };

export type SetPasswordError = PasswordProblem | { readonly code: 'address-taken' } | NotNow | Busy;

/** One code for an unknown address, a wrong password, a disabled one and a suspended account. */
export type SignInWithPasswordError = { readonly code: 'does-not-match' } | TooManyAttempts | Busy;

export type EnrollTotpError = { readonly code: 'wrong-code' } | NotNow;

export type VerifyTotpError = { readonly code: 'wrong-code' } | TooManyAttempts | NotNow;

export type EnrollPasskeyError =
  | { readonly code: 'passkey-refused' }
  | { readonly code: 'passkey-already-registered' }
  | { readonly code: 'address-taken' }
  | NotNow;

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

export type RemoveAuthenticatorError =
  /** Removed already, or never this person's. */
  | { readonly code: 'unknown-authenticator' }
  /** Without it the account could not reach AAL2. */
  | { readonly code: 'last-way' }
  /** The last authentication is too long ago for this: one factor first (step-up). */
  | { readonly code: 'confirm-first' }
  | NotNow;

export type IssueRecoveryCodesError = NotNow;

export type UseRecoveryCodeError = { readonly code: 'wrong-code' } | TooManyAttempts | NotNow;

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

/** Too many codes were sent to this block of numbers or to this country, by whomever (toll fraud). */
export interface PhoneCodesPaused {
  readonly code: 'phone-codes-paused';
  readonly retryAfterSeconds: number;
}

/** The SIM card or the carrier of the number changed lately: it may be in a thief's phone (B6). */
export interface PhoneChangedHands {
  readonly code: 'phone-changed-hands';
}

export type SendPhoneCodeError = PhoneChangedHands | PhoneCodesPaused | TooManyAttempts | NotNow;

export type VerifyPhoneCodeError =
  | { readonly code: 'wrong-code' }
  /** Older than ten minutes, used already, or none was sent in this browser. */
  | { readonly code: 'code-expired' }
  | TooManyAttempts
  | NotNow;

/** Why a number is not taken for codes. */
export type NewPhoneProblem =
  | CodePhoneProblem
  | 'country-not-served'
  | 'out-of-service' // so says its carrier
  | 'no-calls-here';

export type StartPhoneError =
  | { readonly code: 'refused'; readonly why: NewPhoneProblem }
  | { readonly code: 'too-many-phones' }
  | PhoneCodesPaused
  | TooManyAttempts
  | NotNow;

export type ConfirmPhoneError = VerifyPhoneCodeError | PhoneChangedHands;
