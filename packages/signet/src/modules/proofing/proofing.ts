import type { CaseId, PersonId, Redacted, Result, Tx } from '../../kernel/index.ts';
import type { Photo, PhotoRefusal, QualityProblem } from '../evidence/index.ts';
import type { PhoneNumberProblem, SsnProblem } from '../records/index.ts';
import type { Decision, ReasonCode } from './flow/decision.ts';
import type { DocumentChoice, PhotoRole, Required, StepName } from './flow/steps.ts';
import type { ProofingFacts } from './identity/proofing-facts.ts';
import type { ProvingAgain } from './repeated-proofing/recovery.ts';
import type { SeenEvidence } from './review/seen-evidence.ts';

/** A photo that was taken; `settled` is false while the person decides about a poor one. */
export interface PhotoNote {
  readonly settled: boolean;
  readonly problems: readonly QualityProblem[];
  readonly takenAt: Date;
}

/** A case as its person sees it. */
export interface CaseView {
  readonly id: CaseId;
  /** It is to give an account back (`proveAgain`). */
  readonly recovers?: true;
  readonly required: Required;
  /** The page where this person belongs now; the others in `open` may be entered too, to change an answer. */
  readonly step: StepName;
  readonly open: readonly StepName[];
  readonly answers: {
    readonly document?: DocumentChoice;
    readonly consent?: { readonly version: string; readonly at: Date };
    readonly photos: Readonly<Partial<Record<PhotoRole, PhotoNote>>>;
    readonly ssnLast4?: Redacted<string>;
    readonly phone?:
      | { readonly kind: 'none' }
      | { readonly kind: 'number'; readonly last4: Redacted<string>; readonly confirmed: boolean };
  };
  /** Present from the first decision on; gone again when a new answer is given after `try-again`. */
  readonly decision?: Decision;
  readonly startedAt: Date;
}

/** `not-now`: there is no such case, or its step is not open. Send the person to `currentCase().step`. */
export type NotNow = 'not-now';

export type AddPhotoError =
  | { readonly code: NotNow }
  | { readonly code: 'refused'; readonly why: PhotoRefusal }
  /** Kept but not settled. From the second try on the person may say "use it anyway". */
  | {
      readonly code: 'poor-quality';
      readonly problems: readonly QualityProblem[];
      readonly mayUseAnyway: boolean;
    }
  | { readonly code: 'too-many-photos' };

export type SubmitError =
  | { readonly code: NotNow }
  | { readonly code: 'too-many-tries'; readonly again: Date };

/** `again`: when another may be sent. */
export type TextError = { readonly code: NotNow } | { readonly code: 'too-many-texts'; readonly again: Date };

export type PhoneError = TextError | { readonly code: 'refused'; readonly why: PhoneNumberProblem };

/** After `too-many-tries` no code is taken until `again`, not even the right one. */
export type PhoneCodeError =
  | { readonly code: NotNow }
  | { readonly code: 'not-a-code' | 'wrong' | 'expired' }
  | { readonly code: 'too-many-tries'; readonly again: Date };

export type StageState = 'waiting' | 'now' | 'done';

/** For the page that shows the checks running. `finished`: go to the decision. */
export interface Progress {
  readonly stages: readonly {
    readonly stage: 'document' | 'face' | 'records' | 'decision';
    readonly state: StageState;
  }[];
  readonly finished: boolean;
}

/** A proven identity as federation may state it (P7, A7, A27): no personal data. */
export interface ProvenIdentity {
  readonly ial: 1 | 2 | 3;
  readonly verifiedAt: Date;
  readonly facts: ProofingFacts;
}

export interface ReviewCase {
  readonly reference: string;
  readonly caseId: CaseId;
  readonly reasons: readonly ReasonCode[];
  /** It is to give an account back. */
  readonly recovers: boolean;
  readonly openedAt: Date;
  readonly deleteAt: Date; // when the evidence goes and the case can no longer be settled
}

/**
 * `cannot-approve`: without a readable barcode there is no identity to approve, or the death record names this person.
 * `needs-evidence`: a second piece of evidence is missing, and the agent named none that they saw (A3).
 */
export type SettleError = 'no-such-case' | 'already-settled' | 'cannot-approve' | 'needs-evidence';

/** Who decides, by a pseudonym, and what they saw in place of a piece of evidence that is missing. */
export interface ReviewAgent {
  readonly ref: string;
  readonly saw?: SeenEvidence;
}

/**
 * Proving who someone is. Every call that changes something runs in its own transaction unless it takes one; two
 * tabs and double clicks are safe: a repeated call changes nothing and says what is so.
 */
export interface Proofing extends ProvingAgain {
  /** The person's open case, or a new one. A case that ended as verified or waits for an agent is returned too. */
  startCase(tx: Tx, person: PersonId, required: Required): Promise<CaseView>;
  /**
   * For who is proven already and has a new or corrected document: the open case, or a new one. What was proven stands
   * until it is decided, and only the number that the person has already is taken.
   */
  startAgain(tx: Tx, person: PersonId): Promise<CaseView>;
  /** The person's latest case, decided or not. */
  currentCase(person: PersonId): Promise<CaseView | undefined>;
  /** Ends the case at once and deletes all it holds (A17): "stop and delete", or before starting over. */
  withdraw(person: PersonId): Promise<void>;

  chooseDocument(person: PersonId, choice: DocumentChoice): Promise<Result<CaseView, NotNow>>;
  /** `version` is that of the consent text shown (A17). */
  giveConsent(person: PersonId, version: string): Promise<Result<CaseView, NotNow>>;
  /** Takes the place of an earlier photo of that role, and undoes what depended on it. */
  addPhoto(person: PersonId, role: PhotoRole, bytes: Uint8Array): Promise<Result<CaseView, AddPhotoError>>;
  usePhotoAnyway(person: PersonId, role: PhotoRole): Promise<Result<CaseView, NotNow>>;
  /** The person's own photo, to show on "check your answers"; undefined once deleted. */
  photo(person: PersonId, role: PhotoRole): Promise<Photo | undefined>;
  giveSsn(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, NotNow | SsnProblem>>;
  /** Texts a code to the number. The same number again sends nothing while its code still counts. */
  givePhone(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, PhoneError>>;
  /** "I do not have a phone in my name": a person will look for another way. */
  sayNoPhone(person: PersonId): Promise<Result<CaseView, NotNow>>;
  /** A new code; the one before counts no more. */
  resendPhoneCode(person: PersonId): Promise<Result<CaseView, TextError>>;
  confirmPhone(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, PhoneCodeError>>;
  /** Sends the answers to be checked. Again: the same case, no second check. */
  submit(person: PersonId): Promise<Result<CaseView, SubmitError>>;
  progress(person: PersonId): Promise<Progress | undefined>;

  /** A proven identity, its level computed from the stored facts each time it is asked for. */
  identityOf(person: PersonId): Promise<ProvenIdentity | undefined>;
  /** Forgets everything about the person (A27); the caller erases the vault and the rest. */
  erase(tx: Tx, person: PersonId): Promise<void>;

  openReviews(): Promise<readonly ReviewCase[]>;
  /** An agent's decision. Approval waives the case's reasons and lets the checks go on; anything new is decided anew. */
  settleReview(
    reference: string,
    decision: 'approve' | 'refuse',
    agent: ReviewAgent,
  ): Promise<Result<'settled', SettleError>>;

  /** Job `proofing.check`: may be repeated and resumed at will. Throws only on faults (the queue retries). */
  runChecks(caseId: CaseId): Promise<void>;
  /** Job `proofing.sweep`, every few minutes: wakes cases whose job was lost, ends stale ones, deletes what is due. */
  sweep(): Promise<{ readonly woken: number; readonly ended: number; readonly deleted: number }>;
}

/** Job names; the data of `proofing.check` is `{ caseId }`, that of `proofing.sweep` is empty. */
export const proofingJobs = { check: 'proofing.check', sweep: 'proofing.sweep' } as const;
