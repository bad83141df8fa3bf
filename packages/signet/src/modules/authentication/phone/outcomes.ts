import type { CodePhoneProblem } from '../../records/index.ts';
import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow } from '../session/index.ts';

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
