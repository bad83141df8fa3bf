import { type CaseId, Redacted } from '../../../kernel/index.ts';
import type { DocumentKind, PhotoProblem } from '../../evidence/index.ts';
import { type PhoneNumber, phoneLast4, type Ssn, ssnLast4 } from '../../records/index.ts';
import {
  type AnswerStep,
  type Answers,
  currentStep,
  type Decision,
  type FlowState,
  flow,
  isWithoutFace,
  liveSelfieOf,
  noAnswers,
  openSteps,
  type PhoneAnswer,
  type PhotoAnswer,
  type PhotoRole,
  type Required,
  type StepName,
} from '../flow/index.ts';
import { recovers, type StoredCase } from './case.ts';
import { addressOf } from './case-contents.ts';

/** A photo that was taken; `settled` is false while the person decides about a poor one. */
export interface PhotoNote {
  readonly settled: boolean;
  readonly problems: readonly PhotoProblem[];
  /** Nobody looked at it when it was sent. */
  readonly unseen?: true;
  /** A face that was not taken live: a person looks at it (A16). */
  readonly fromFile?: true;
  readonly takenAt: Date;
}

/** A case as its person sees it. */
export interface CaseView {
  readonly id: CaseId;
  /** This case recovers an account (`proveAgain`). */
  readonly recovers?: true;
  readonly required: Required;
  /** The page where this person belongs now; the others in `open` may be entered too, to change an answer. */
  readonly step: StepName;
  readonly open: readonly StepName[];
  readonly answers: {
    readonly document?: DocumentKind;
    /** What the person had said it is, where the card itself says another, and the photo that told. */
    readonly corrected?: { readonly chosen: DocumentKind; readonly by?: PhotoRole };
    readonly consent?: { readonly version: string; readonly at: Date };
    /** A code by mail takes the face check's place. */
    readonly withoutFace?: true;
    readonly photos: Readonly<Partial<Record<PhotoRole, PhotoNote>>>;
    readonly ssnLast4?: Redacted<string>;
    /** Absent: an SSN. */
    readonly numberKind?: 'itin';
    readonly phone?:
      | { readonly kind: 'none' }
      | { readonly kind: 'number'; readonly last4: Redacted<string>; readonly confirmed: boolean };
  };
  /** Present from the first decision on; gone again when a new answer is given after `try-again`. */
  readonly decision?: Decision;
  /** A code by mail is awaited. */
  readonly letter?: {
    readonly to: Redacted<readonly string[]>;
    /** When the newest is handed to the post: before that it can be stopped. */
    readonly leavesAt: Date;
    readonly arrivesBy: Date;
    /** Until when the newest counts. */
    readonly until: Date;
    /** From when another may be asked for; absent where none is. */
    readonly againFrom?: Date;
    /** One more was asked for and never mailed. */
    readonly notMailed?: true;
  };
  /** An office does not answer: which, and when the case comes back to it. `refused`: the fault is ours. */
  readonly waiting?: NonNullable<StoredCase['waits']> & { readonly tryAt: Date };
  readonly startedAt: Date;
}

/** `not-now`: there is no such case, or its step is not open. Send the person to `currentCase().step`. */
export type NotNow = 'not-now';

/** What decides whose turn it is. */
export const flowState = (stored: StoredCase): FlowState => ({
  stage: stored.stage,
  answers: stored.contents?.answers ?? noAnswers,
  ...(stored.decision && { decision: stored.decision }),
});

export const mayAnswer = (open: StoredCase, step: AnswerStep | 'check-answers'): boolean =>
  flow[step].canEnter(flowState(open));

export const isAtDecision = (stored: StoredCase): boolean => currentStep(flowState(stored)) === 'decision';

export function viewOf(stored: StoredCase): CaseView {
  const state = flowState(stored);
  const { document, corrected, ssn, phone } = state.answers;
  return {
    id: stored.id,
    required: stored.required,
    step: currentStep(state),
    open: openSteps(state),
    answers: {
      photos: photoNotes(state.answers),
      ...(document && { document }),
      ...(corrected && { corrected }),
      ...(stored.consent && { consent: stored.consent }),
      ...(isWithoutFace(state.answers) && { withoutFace: true as const }),
      ...(ssn && { ssnLast4: new Redacted(ssnLast4(ssn.number as Ssn)) }),
      ...(ssn?.kind && { numberKind: ssn.kind }),
      ...(phone && { phone: phoneNote(state.answers, phone) }),
    },
    ...letterOf(stored),
    ...waitingOf(stored),
    startedAt: stored.startedAt,
    ...(recovers(stored) && { recovers: true as const }),
    ...(stored.decision && { decision: stored.decision }),
  };
}

const waitingOf = ({ stage, waits, dueAt }: StoredCase): Pick<CaseView, 'waiting'> =>
  stage === 'checking' && waits && dueAt ? { waiting: { ...waits, tryAt: dueAt } } : {};

function letterOf(stored: StoredCase): Pick<CaseView, 'letter'> {
  const { mailedCode } = stored.contents ?? {};
  const newest = mailedCode?.letters.at(-1);
  if (stored.stage !== 'awaiting-letter' || !stored.contents || !newest) return {};
  const { to } = addressOf(stored);
  const letter = {
    to,
    leavesAt: new Date(newest.leavesAt),
    arrivesBy: new Date(newest.arrivesBy),
    until: new Date(newest.until),
  };
  if (mailedCode?.notMailedAt) return { letter: { ...letter, notMailed: true } };
  return { letter: { ...letter, ...(newest.againFrom && { againFrom: new Date(newest.againFrom) }) } };
}

function phoneNote({ phoneCode }: Answers, phone: PhoneAnswer): NonNullable<CaseView['answers']['phone']> {
  if (phone.kind === 'none') return { kind: 'none' };
  const last4 = new Redacted(phoneLast4(phone.number as PhoneNumber));
  return { kind: 'number', last4, confirmed: phoneCode !== undefined && 'confirmedAt' in phoneCode };
}

function photoNotes(answers: Answers): Partial<Record<PhotoRole, PhotoNote>> {
  const isFile = (role: string) => role === 'selfie' && !liveSelfieOf(answers);
  const entries = Object.entries(answers.photos).map(([role, photo]) => [
    role,
    { ...noteOf(photo), ...(isFile(role) && { fromFile: true }) },
  ]);
  return Object.fromEntries(entries);
}

const noteOf = ({ settled, problems, unseen, takenAt }: PhotoAnswer): PhotoNote => ({
  settled,
  problems,
  ...(unseen && { unseen }),
  takenAt: new Date(takenAt),
});
