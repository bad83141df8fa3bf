import type { AuditRef, Language, PersonId, Redacted, Result, Tx } from '../../../kernel/index.ts';
import type { Account, EmailAddress } from '../../accounts/index.ts';
import type { VaultKey } from '../../vault/index.ts';
import type { ConfirmEmailError, EmailLinkError, StartSignUpError } from '../email/index.ts';
import type { Busy, TooManyAttempts } from '../limits/index.ts';
import type { AuthenticationEvent, NotNow, Presence, Recovered, UnderWay } from '../session/index.ts';

/** What was shown beside the emailed code (B15), in the words of the audit log. */
export type RecoveryMethod =
  | 'password'
  | 'totp'
  | 'passkey'
  | 'recovery-code'
  | 'text-code'
  | 'voice-code'
  | 'proofing'
  | 'agent';

/**
 * Something that was found right and is used up only with the recovery that it completes. `event` where it is an
 * authenticator that the session may count (a code that was saved or sent is none).
 */
export interface RecoveryProof {
  readonly method: RecoveryMethod;
  readonly event?: AuthenticationEvent;
  /** Uses it up; undefined when another request was first, and then nothing happens. */
  accept(tx: Tx): Promise<{ readonly vaultKey?: VaultKey | undefined } | undefined>;
  /** After it all: this try does not count as a failure. */
  succeeded(): Promise<void>;
}

export type RecoveryProofError = { readonly code: 'does-not-match' } | TooManyAttempts | Busy | NotNow;

/**
 * What a recovery is made of: the code by mail, the proofs beside it, and the session that may bind and nothing else. Which
 * of these together suffice (B15) is not said here.
 */
export interface RecoverySteps {
  /** The address that a code was mailed to in this browser, to show on the page. */
  addressUnderWay(presence: Presence): Redacted<string> | undefined;
  /**
   * Mails a code; an address without an account gets a mail that says so. The same steps, time and answer for both
   * (A22). A stranger causes one mail an hour to an address and nothing else.
   */
  ask(
    presence: Presence,
    input: {
      readonly email: string;
      readonly language: Language;
      readonly source: string;
      /** The agency that the person is on the way to, by its id: the link names it to other browsers. */
      readonly agency?: string | undefined;
    },
  ): Promise<Result<Presence, StartSignUpError>>;
  /** Finds the account of the address that the code went to. It is used up; the session is nobody's afterwards, or this person's. */
  confirm(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<{ readonly presence: Presence; readonly account: Account }, ConfirmEmailError>>;
  /** The same by the link in that mail. */
  confirmByLink(
    presence: Presence,
    input: { readonly token: string },
  ): Promise<Result<{ readonly presence: Presence; readonly account: Account }, EmailLinkError | NotNow>>;
  /**
   * Cases for an account, or for an address that has none, to be answered at `contact`: three a day, so that strangers'
   * cases do not use up the owner's.
   */
  countCase(
    about: EmailAddress | PersonId,
    contact: EmailAddress,
    source: string,
  ): Promise<Result<'counted', TooManyAttempts>>;
  /** A recovery begins: five a day for an account, since each is told to every address. */
  countStart(person: PersonId, source: string): Promise<Result<'counted', TooManyAttempts>>;
  /** From now on the session is under way as `person`. */
  remember(tx: Tx, presence: Presence, underWay: UnderWay): Promise<Presence>;
  forget(presence: Presence): Promise<Presence>;
  underWay(presence: Presence): UnderWay | undefined;

  /** Each is counted like a sign-in with it (B4), and judged for the person under way. */
  password(
    presence: Presence,
    input: { readonly password: Redacted<string>; readonly source: string },
  ): Promise<Result<RecoveryProof, RecoveryProofError>>;
  totp(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<RecoveryProof, RecoveryProofError>>;
  savedCode(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<RecoveryProof, RecoveryProofError>>;
  /** The code that `sendPhoneCode` sent, which sends for the person under way too. */
  phoneCode(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<RecoveryProof, RecoveryProofError>>;
  /** One factor that this very session signed in with: the password, or a key without its PIN. */
  ofSession(presence: Presence): RecoveryProof | undefined;

  /**
   * The recovered session, under a new cookie: it may bind authenticators for its person and nothing else, and is
   * worth what it then used. Every other session of theirs ends. Undefined: `proof` was used up by another request.
   */
  begin(
    tx: Tx,
    presence: Presence,
    underWay: UnderWay,
    proof: RecoveryProof,
    subject: AuditRef,
  ): Promise<Presence | undefined>;
  /** The recovery that this session came from, until the person has looked at their earlier ways in. */
  recovered(presence: Presence): Recovered | undefined;
  /** They have: from now on this is a session like another. */
  settled(presence: Presence, tx?: Tx): Promise<Presence>;
}
