import type { CaseId, PersonId, Redacted, Result, Tx } from '../../kernel/index.ts';
import type { Movement } from '../biometrics/index.ts';
import type { DocumentKind, Photo } from '../evidence/index.ts';
import type { SsnProblem } from '../records/index.ts';
import type { AddPhotoError } from './answers/index.ts';
import type { CaseView, NotNow, SubmitError } from './cases/index.ts';
import type { Progress } from './checks/index.ts';
import type { PhotoRole, Required } from './flow/index.ts';
import type { ProvenIdentity } from './identity/index.ts';
import type { BeginError, FrameAnswer, FrameCamera, FrameError, LiveStep } from './live-selfie/index.ts';
import type { LetterError, MailedCodeError, WhyNotMailed } from './mailed-code/index.ts';
import type { Demand, Have, Plan } from './paths/index.ts';
import type { PhoneCodeError, PhoneError, TextError } from './phone-account/index.ts';
import type { PhoneCapture } from './phone-capture/index.ts';
import type { RepeatedProofing } from './repeated-proofing/index.ts';
import type { ReviewAgent, ReviewCase, SettleError } from './review/index.ts';
import type { Figures, SeenFrom } from './scoreboard/index.ts';

/**
 * Proving who someone is. Every call that changes something runs in its own transaction unless it takes one; two
 * tabs and double clicks are safe: a repeated call changes nothing and gives the same answer.
 */
export interface Proofing extends RepeatedProofing {
  /** The ways that can succeed with what a person says they have, the best first. Nothing is begun, and nothing kept. */
  plan(have: Have, demand: Demand): Plan;
  /** The person's open case, or a new one. A case that ended as verified or waits for an agent is returned too. */
  startCase(tx: Tx, person: PersonId, required: Required, seenFrom?: SeenFrom): Promise<CaseView>;
  /**
   * For a person who is proven already and has a new or corrected document: the open case, or a new one. What was proven
   * stands until it is decided, and only the number that the person has already is taken.
   */
  startAgain(tx: Tx, person: PersonId, seenFrom?: SeenFrom): Promise<CaseView>;

  /** A25: how it went for those whose case ended in these days (UTC): counts, of which small ones stay untold. */
  figures(of: { readonly since: string; readonly until: string; readonly least: number }): Promise<Figures>;
  /** The person's latest case, decided or not. */
  currentCase(person: PersonId): Promise<CaseView | undefined>;
  /** Ends the case at once and deletes all it holds (A17): "stop and delete", or before starting over. */
  withdraw(person: PersonId): Promise<void>;

  chooseDocument(person: PersonId, choice: DocumentKind): Promise<Result<CaseView, NotNow>>;
  /** `version` is that of the consent text shown (A17). */
  /** `without` the face check a code is mailed; `not-now` too where no letter can be. */
  giveConsent(person: PersonId, version: string, without?: 'face'): Promise<Result<CaseView, NotNow>>;
  /** Whether a code can be mailed in place of a face check: by this deployment, to the address of such a document. */
  mailsCodes(document: DocumentKind | undefined): boolean;
  /** The code of a letter. What it shows is then decided with all the rest. */
  confirmMailedCode(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, MailedCodeError>>;
  /** Another letter; the code of the one before counts on. */
  mailCodeAgain(person: PersonId): Promise<Result<CaseView, LetterError>>;
  /** The job: a letter that was announced never left. */
  letterNotMailed(id: CaseId, why: WhyNotMailed): Promise<void>;
  /**
   * Takes the place of an earlier photo of that role, and undoes what depended on it. The same `sending` again changes
   * nothing and has the same answer.
   */
  addPhoto(
    person: PersonId,
    role: PhotoRole,
    bytes: Uint8Array,
    sending?: string,
  ): Promise<Result<CaseView, AddPhotoError>>;
  usePhotoAnyway(person: PersonId, role: PhotoRole): Promise<Result<CaseView, NotNow>>;
  /** The person's own photo, to show on "check your answers"; undefined once deleted. */
  photo(person: PersonId, role: PhotoRole): Promise<Photo | undefined>;
  /** Begins a live picture of the face, in the place of the selfie; `without` are movements that the person cannot do. */
  beginLiveSelfie(person: PersonId, without: readonly Movement[]): Promise<Result<LiveStep, BeginError>>;
  /** Looks at one frame of it. `network` as below; `camera`: as the browser names it. */
  addFrame(
    person: PersonId,
    nonce: string,
    bytes: Uint8Array,
    network?: string,
    camera?: FrameCamera,
  ): Promise<Result<FrameAnswer, FrameError>>;
  giveSsn(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, NotNow | SsnProblem>>;
  /** Texts a code to the number. The same number again sends nothing while its code still counts. */
  givePhone(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, PhoneError>>;
  /** "I do not have a phone in my name": a person will look for another way. */
  sayNoPhone(person: PersonId): Promise<Result<CaseView, NotNow>>;
  /** A new code; the one before counts no more. */
  resendPhoneCode(person: PersonId): Promise<Result<CaseView, TextError>>;
  confirmPhone(person: PersonId, typed: Redacted<string>): Promise<Result<CaseView, PhoneCodeError>>;
  /** Photos by a phone that is not signed in. */
  readonly phoneCapture: PhoneCapture;
  /** Sends the answers to be checked. Again: the same case, no second check. */
  /** `network`: where it is sent from, as such are counted. */
  submit(person: PersonId, network?: string): Promise<Result<CaseView, SubmitError>>;
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
  runChecks(caseId: CaseId, behind?: number): Promise<void>;
  /** Job `proofing.sweep`, every few minutes: wakes cases whose job was lost, ends stale ones, deletes what is due. */
  sweep(): Promise<{ readonly woken: number; readonly ended: number; readonly deleted: number }>;
}
