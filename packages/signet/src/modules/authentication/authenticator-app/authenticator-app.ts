import type { Redacted, Result } from '../../../kernel/index.ts';
import type { NotNow, Presence, Source } from '../session/index.ts';
import type { EnrollTotpError, VerifyTotpError } from './outcomes.ts';

export interface TotpOffer {
  /** `otpauth://totp/…`, for the QR code and for a link on a phone. */
  readonly uri: Redacted<string>;
  /** The same key to type, in groups of four. */
  readonly key: Redacted<string>;
}

/** Codes of an app that computes them from the time (B7). */
export interface AuthenticatorApp {
  /** A key for an authenticator app, kept in the session until a code confirms it. Repeating it shows the same key. */
  start(
    presence: Presence,
  ): Promise<Result<{ readonly presence: Presence; readonly offer: TotpOffer }, NotNow>>;
  confirm(presence: Presence, input: { readonly code: string }): Promise<Result<Presence, EnrollTotpError>>;
  verify(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, VerifyTotpError>>;
}
