import type { PersonId, Redacted, Result, Tx } from '../../../kernel/index.ts';
import type { Language } from '../../notices/index.ts';
import type {
  AddEmailError,
  ChangeEmailError,
  ConfirmNewEmailError,
  NotNow,
  TooManyAttempts,
} from '../outcomes.ts';
import type { Presence } from '../session/session.ts';

/**
 * How the person is reached: addresses and language, each at AAL2, and a change of addresses only soon after an
 * authentication (`recent`). Every change of an address is told to every
 * address on file, one just removed among them (B16).
 */
export interface ContactChanges {
  /** Mails a code to the address; one of another account gets another mail, and the same answer here (A22). */
  addEmail(
    presence: Presence,
    input: { readonly email: string; readonly source: string },
  ): Promise<Result<Presence, AddEmailError>>;
  /** A new code to the same address; wrong codes so far still count. */
  resendNewEmailCode(
    presence: Presence,
    input: { readonly source: string },
  ): Promise<Result<Presence, TooManyAttempts | NotNow>>;
  /** The address that waits for its code; undefined when none does. */
  newEmailUnderWay(presence: Presence): Redacted<string> | undefined;
  /** From here on the address counts: it signs in, recovers, and gets notices. */
  confirmNewEmail(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<Presence, ConfirmNewEmailError>>;
  removeEmail(presence: Presence, input: { readonly id: string }): Promise<Result<void, ChangeEmailError>>;
  makeEmailPrimary(
    presence: Presence,
    input: { readonly id: string },
  ): Promise<Result<void, ChangeEmailError>>;
  /** For pages and messages. */
  changeLanguage(presence: Presence, input: { readonly language: Language }): Promise<Result<void, NotNow>>;
  /**
   * "This was not me", for what a notice about addresses told: removes what was added, brings back what was removed or
   * was primary. False when it is too late, or was undone already. `about` is the notice's.
   */
  undoEmailChange(tx: Tx, person: PersonId, about: string): Promise<boolean>;
}
