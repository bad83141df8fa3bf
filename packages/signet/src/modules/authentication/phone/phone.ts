import type { Language, PersonId, Redacted, Result, Tx } from '../../../kernel/index.ts';
import type { CodeBy, PhoneNumber } from '../../records/index.ts';
import type { Presence, Source } from '../session/index.ts';
import type {
  ConfirmPhoneError,
  SendPhoneCodeError,
  StartPhoneError,
  VerifyPhoneCodeError,
} from './outcomes.ts';

/** A code under way, as pages show it. */
export interface PhoneCodeUnderWay {
  readonly masked: string;
  readonly by: CodeBy;
  /** Ways in which another code may be sent to this phone. */
  readonly ways: readonly CodeBy[];
}

/** Codes by text message or telephone call: a restricted authenticator beside a password (B6). */
export interface Phone {
  /**
   * Sends a code to a phone of the person's, in the place of a code under way. A second press of the same button sends
   * nothing. `agency` is what the person is signing in to, in each language: the message names it, and the browser that
   * asked, so that a phished person sees that it is not theirs.
   */
  sendCode(
    presence: Presence,
    input: {
      readonly source: Source;
      readonly phone: string;
      readonly by: CodeBy;
      readonly agency?: Readonly<Record<Language, string>> | undefined;
    },
  ): Promise<Result<Presence, SendPhoneCodeError>>;
  /** Undefined when none is under way. */
  codeUnderWay(presence: Presence): Promise<(PhoneCodeUnderWay & { readonly phone: string }) | undefined>;
  verify(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, VerifyPhoneCodeError>>;

  /** Whether the person has this phone: they once typed a code that came to it. */
  has(tx: Tx, person: PersonId, number: Redacted<PhoneNumber>): Promise<boolean>;
  /** What the carrier says of a number, where it answers in time. */
  lineType(number: Redacted<PhoneNumber>): Promise<'mobile' | 'landline' | 'voip' | undefined>;
  /** Whether calls are made at all here. */
  readonly calls: boolean;
  /** Takes a number that is to be added, or to take the place of `replaces`, and sends a code to it. */
  start(
    presence: Presence,
    input: {
      readonly source: Source;
      readonly number: Redacted<string>;
      readonly by: CodeBy;
      readonly replaces?: string | undefined;
    },
  ): Promise<Result<Presence, StartPhoneError>>;
  /** Another code to the number under way; wrong codes so far still count. */
  resend(
    presence: Presence,
    input: { readonly by: CodeBy; readonly source: Source },
  ): Promise<Result<Presence, StartPhoneError>>;
  newPhoneUnderWay(
    presence: Presence,
  ): (PhoneCodeUnderWay & { readonly replaces: string | undefined }) | undefined;
  /** Binds the phone: the code showed that the person holds it (B6, B13). */
  confirm(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, ConfirmPhoneError>>;
}
