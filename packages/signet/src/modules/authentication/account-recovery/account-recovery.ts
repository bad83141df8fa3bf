import type { Language, PersonId, Redacted, Result } from '../../../kernel/index.ts';
import type { DisavowableKind } from '../../notices/index.ts';
import type { BoundAuthenticator } from '../authenticators/index.ts';
import type { ConfirmEmailError, EmailLinkError, StartSignUpError } from '../email/index.ts';
import type { Busy, TooManyAttempts } from '../limits/index.ts';
import type { NotNow, Presence } from '../session/index.ts';
import type { RecoveryCases } from './cases/index.ts';
import type { RecoveryProof } from './recovery-steps.ts';

/** What a person may show beside the emailed code, best first. `none`: I have none of these. */
export type Rung = 'passkey' | 'saved-code' | 'password' | 'app' | 'phone' | 'proofing' | 'none';

/** Somebody said "this was not me" to a recovery: none begins before `until`, unless its person signs in. */
export interface Blocked {
  readonly code: 'blocked';
  readonly until: Date;
}

export type ConfirmError = ConfirmEmailError | Blocked | TooManyAttempts;

export type ConfirmLinkError = EmailLinkError | Blocked | TooManyAttempts | NotNow;

export type RecoverError = { readonly code: 'does-not-match' } | TooManyAttempts | Busy | NotNow;

/** `name`: what its owner or its maker calls it. */
export interface EarlierWay extends BoundAuthenticator {
  readonly name: string | undefined;
}

/**
 * Somebody who cannot sign in comes back without losing anything (SP 800-63B-4 section 4.2, B14-B16). A code to a mailbox of the
 * account comes first; one proof of another kind beside it gives a session that may bind new ways to sign in and
 * nothing else. Calls give the `Presence` to answer with.
 */
export interface AccountRecovery {
  /** The address that the code went to, to show on the page. */
  address(presence: Presence): Redacted<string> | undefined;
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
  /**
   * The emailed code. Every address of the account is told. A person who had signed in here with one
   * factor has the pair that B15 asks for, and is recovered at once.
   */
  confirm(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<Presence, ConfirmError>>;
  /** The same by the link in that mail, in whatever browser it is opened. */
  confirmByLink(
    presence: Presence,
    input: { readonly token: string; readonly source: string },
  ): Promise<Result<Presence, ConfirmLinkError>>;
  /** The person as whom this browser is getting back in; undefined before the emailed code and after it is over. */
  personUnderWay(presence: Presence): Promise<PersonId | undefined>;
  /** What can succeed for this account; undefined when nothing is under way. */
  rungs(presence: Presence): Promise<readonly Rung[] | undefined>;
  usePassword(
    presence: Presence,
    input: { readonly password: Redacted<string>; readonly source: string },
  ): Promise<Result<Presence, RecoverError>>;
  useAppCode(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<Presence, RecoverError>>;
  useSavedCode(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<Presence, RecoverError>>;
  /** The code that was sent to a phone of the account (`phone.sendCode`). */
  usePhoneCode(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<Presence, RecoverError>>;
  /** Whether there is such a factor as `useSession` takes. */
  hasFactor(presence: Presence): boolean;
  /** With the one factor that this session signed in with after the emailed code: a key without its PIN. */
  useSession(presence: Presence): Promise<Result<Presence, RecoverError>>;
  /** With a proof that others judged (a code by text, identity proven again); it is used up in the same transaction. */
  succeed(presence: Presence, proof: RecoveryProof): Promise<Result<Presence, RecoverError>>;
  /** This session came out of a recovery, and its earlier ways in were not looked at yet. */
  isRecovered(presence: Presence): boolean;
  /** What this person could sign in with before the recovery. */
  earlierWays(presence: Presence): Promise<readonly EarlierWay[]>;
  /** Takes away those of them that are lost; a session like another from here on. */
  settle(presence: Presence, lost: readonly string[]): Promise<Presence>;
  /** For somebody who lost the mailboxes too. */
  readonly cases: RecoveryCases;
  /** Somebody is getting back in as this person, or waits for an agent: such an account is not deleted meanwhile. */
  isUnderWay(person: PersonId): Promise<boolean>;
  /** Signed in: recovery is possible again after "this was not me". */
  allowAgain(presence: Presence): Promise<void>;
  /** When a signed-in person's account may be recovered again; undefined when nothing blocks it. */
  blockedUntil(presence: Presence): Promise<Date | undefined>;
  /** What a notice's link would undo; undefined when it is over. Looking changes nothing: mail scanners follow links. */
  disavowal(token: string): Promise<DisavowableKind | undefined>;
  /** Undoes it, once; a second press changes nothing more. Undefined when the link is over. */
  disavow(token: string): Promise<DisavowableKind | undefined>;
  /** Accounts that somebody locked with "this was not me", by their names in the audit log. */
  suspended(): Promise<readonly string[]>;
  /** An agent looked, and opens one again. False when it is not locked. */
  liftSuspension(account: string, agent: string): Promise<boolean>;
  /** The job: forgets what is over. */
  sweep(): Promise<void>;
}
