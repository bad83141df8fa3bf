import { Redacted } from '../../../kernel/index.ts';
import { type PhoneNumber, phoneLast4, type Ssn, ssnLast4 } from '../../records/index.ts';
import { type Answers, noAnswers, type PhoneAnswer, type PhotoAnswer } from '../flow/answers.ts';
import { currentStep, type FlowState, openSteps } from '../flow/flow.ts';
import type { PhotoRole } from '../flow/steps.ts';
import type { CaseView, PhotoNote } from '../proofing.ts';
import type { StoredCase } from './case-store.ts';

/** What decides whose turn it is. */
export const flowState = (stored: StoredCase): FlowState => ({
  stage: stored.stage,
  answers: stored.contents?.answers ?? noAnswers,
  ...(stored.decision && { decision: stored.decision }),
});

/** Withdrawn or abandoned: to its person there is no case any more. */
export const isGone = (stored: StoredCase): boolean => stored.stage === 'ended' && !stored.decision;

/** It is to give an account back, and has not done so yet. */
export const isRecovery = ({ account, person }: StoredCase): boolean =>
  account !== undefined && account !== person;

export function viewOf(stored: StoredCase): CaseView {
  const state = flowState(stored);
  const { document, ssn, phone, photos } = state.answers;
  return {
    id: stored.id,
    required: stored.required,
    step: currentStep(state),
    open: openSteps(state),
    answers: {
      photos: photoNotes(photos),
      ...(document && { document }),
      ...(stored.consent && { consent: stored.consent }),
      ...(ssn && { ssnLast4: new Redacted(ssnLast4(ssn.number as Ssn)) }),
      ...(phone && { phone: phoneNote(state.answers, phone) }),
    },
    startedAt: stored.startedAt,
    ...(isRecovery(stored) && { recovers: true as const }),
    ...(stored.decision && { decision: stored.decision }),
  };
}

function phoneNote({ phoneCode }: Answers, phone: PhoneAnswer): NonNullable<CaseView['answers']['phone']> {
  if (phone.kind === 'none') return { kind: 'none' };
  const last4 = new Redacted(phoneLast4(phone.number as PhoneNumber));
  return { kind: 'number', last4, confirmed: phoneCode !== undefined && 'confirmedAt' in phoneCode };
}

function photoNotes(photos: Answers['photos']): Partial<Record<PhotoRole, PhotoNote>> {
  const entries = Object.entries(photos).map(([role, photo]) => [role, noteOf(photo)]);
  return Object.fromEntries(entries);
}

const noteOf = ({ settled, problems, takenAt }: PhotoAnswer): PhotoNote => ({
  settled,
  problems,
  takenAt: new Date(takenAt),
});
