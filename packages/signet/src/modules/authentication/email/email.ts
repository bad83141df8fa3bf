import type { Language, PersonId, Redacted, Result, Tx } from '../../../kernel/index.ts';
import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow, Presence, Source } from '../session/index.ts';
import type {
  AddEmailError,
  ChangeEmailError,
  ConfirmEmailError,
  ConfirmNewEmailError,
  EmailLinkError,
  StartSignUpError,
} from './outcomes.ts';

/**
 * The agency that the person is on the way to: the mail says its name, against somebody who relays a code, and its link names
 * it to a browser that is not on the way there.
 */
interface OnTheWay {
  readonly agency?: { readonly id: string; readonly name: string } | undefined;
}

/** A sign-up begins with an address that is confirmed. It authenticates nobody (B5). */
interface SignUpByEmail {
  /** Mails a code and a link; an address that has an account gets another mail, and the same answer (A22). */
  start(
    presence: Presence,
    input: { readonly email: string; readonly language: Language; readonly source: Source } & OnTheWay,
  ): Promise<Result<Presence, StartSignUpError>>;
  /** A new code to the same address; wrong codes so far still count. */
  resend(
    presence: Presence,
    input: { readonly source: Source } & OnTheWay,
  ): Promise<Result<Presence, TooManyAttempts | NotNow>>;
  /** The address the code went to, to show on the page; undefined when none is under way. */
  underWay(presence: Presence): Redacted<string> | undefined;
  confirm(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, ConfirmEmailError>>;
  /**
   * On the POST of the page that the link opens (mail scanners follow links, they press nothing). Works in any
   * browser: the one where the link was opened goes on, since it is the one whose owner reads that mailbox.
   */
  confirmByLink(
    presence: Presence,
    input: { readonly token: string },
  ): Promise<Result<Presence, EmailLinkError>>;
}

/**
 * How the person is reached: addresses and language, each at AAL2, and a change of addresses only soon after an
 * authentication (`recent`). Every change of an address is told to every address on file, one just removed among
 * them (B16).
 */
interface OwnAddresses {
  /** Mails a code to the address; one of another account gets another mail, and the same answer here (A22). */
  addAddress(
    presence: Presence,
    input: { readonly email: string; readonly source: Source },
  ): Promise<Result<Presence, AddEmailError>>;
  /** A new code to the same address; wrong codes so far still count. */
  resendNewAddressCode(
    presence: Presence,
    input: { readonly source: Source },
  ): Promise<Result<Presence, TooManyAttempts | NotNow>>;
  /** The address that waits for its code; undefined when none does. */
  newAddressUnderWay(presence: Presence): Redacted<string> | undefined;
  /** From here on the address counts: it signs in, recovers, and gets notices. */
  confirmNewAddress(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, ConfirmNewEmailError>>;
  removeAddress(presence: Presence, input: { readonly id: string }): Promise<Result<void, ChangeEmailError>>;
  makePrimary(presence: Presence, input: { readonly id: string }): Promise<Result<void, ChangeEmailError>>;
  /** For pages and messages. */
  changeLanguage(presence: Presence, input: { readonly language: Language }): Promise<Result<void, NotNow>>;
  /**
   * "This was not me", for what a notice about addresses told: removes what was added, brings back what was removed or
   * was primary. False when it is too late, or was undone already. `about` is the notice's.
   */
  undoChange(tx: Tx, person: PersonId, about: string): Promise<boolean>;
}

export interface Email extends SignUpByEmail, OwnAddresses {}
