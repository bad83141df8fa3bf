import type { Answers } from './answers.ts';
import type { Decision } from './decision.ts';
import { type AnswerStep, type PhotoRole, type Stage, type StepName, stepNames } from './steps.ts';

/** Everything that decides which page is whose turn. */
export interface FlowState {
  readonly stage: Stage;
  readonly answers: Answers;
  readonly decision?: Decision;
}

interface StepRule {
  /** Where this step leads when it is done. */
  readonly next: StepName;
  /** Is it answered? Steps that ask nothing are answered by the case's stage instead. */
  readonly answered: (answers: Answers) => boolean;
  readonly canEnter: (state: FlowState) => boolean;
  /** What depended on this answer and goes when it changes (docs/design.md §4). */
  readonly invalidates: readonly AnswerStep[];
}

const photo = (role: PhotoRole) => (answers: Answers) => answers.photos[role]?.settled === true;
const never = () => false;

/** The phone of the account was shown to be in the person's hand, or there is none. */
const isPhoneSettled = ({ phone, phoneCode }: Answers): boolean =>
  phone?.kind === 'none' || (phoneCode !== undefined && 'confirmedAt' in phoneCode);

/** A step that asks may be entered while answers are taken and every step before it is answered. */
const afterAllBefore = (step: StepName) => (state: FlowState) =>
  state.stage === 'collecting' &&
  stepNames.slice(0, stepNames.indexOf(step)).every((before) => flow[before].answered(state.answers));

export const flow: Readonly<Record<StepName, StepRule>> = {
  choose: {
    next: 'consent',
    answered: (answers) => answers.document !== undefined,
    canEnter: afterAllBefore('choose'),
    invalidates: ['front', 'back'], // the photos show the document that was chosen before
  },
  consent: {
    next: 'front',
    answered: (answers) => answers.consent !== undefined,
    canEnter: afterAllBefore('consent'),
    invalidates: ['front', 'back', 'selfie'], // no face is kept without a consent that covers it (A17)
  },
  front: { next: 'back', answered: photo('front'), canEnter: afterAllBefore('front'), invalidates: [] },
  back: { next: 'selfie', answered: photo('back'), canEnter: afterAllBefore('back'), invalidates: [] },
  selfie: { next: 'ssn', answered: photo('selfie'), canEnter: afterAllBefore('selfie'), invalidates: [] },
  ssn: {
    next: 'phone',
    answered: (answers) => answers.ssn !== undefined,
    canEnter: afterAllBefore('ssn'),
    invalidates: [],
  },
  phone: {
    next: 'phone-code',
    answered: (answers) => answers.phone !== undefined,
    canEnter: afterAllBefore('phone'),
    invalidates: ['phone-code'], // it showed who holds the phone that was given before
  },
  'phone-code': {
    next: 'check-answers',
    answered: isPhoneSettled,
    // there is nothing to do here when it is confirmed: another number is given at `phone`
    canEnter: (state) => afterAllBefore('phone-code')(state) && !isPhoneSettled(state.answers),
    invalidates: [],
  },
  'check-answers': {
    next: 'checking',
    answered: never,
    canEnter: afterAllBefore('check-answers'),
    invalidates: [],
  },
  checking: {
    next: 'decision',
    answered: never,
    canEnter: (state) => state.stage === 'checking',
    invalidates: [],
  },
  decision: {
    next: 'decision',
    answered: never,
    canEnter: (state) => state.decision !== undefined,
    invalidates: [],
  },
};

/** The page where a person in this state belongs. Every state has one, and it can be entered. */
export function currentStep(state: FlowState): StepName {
  if (state.decision !== undefined) return 'decision';
  if (state.stage === 'checking') return 'checking';
  return stepNames.find((step) => !flow[step].answered(state.answers)) ?? 'check-answers';
}

export const openSteps = (state: FlowState): readonly StepName[] =>
  stepNames.filter((step) => flow[step].canEnter(state));

/** The answers without those of `steps`. */
function withoutAnswers(answers: Answers, steps: readonly AnswerStep[]): Answers {
  const kept = { ...answers, photos: { ...answers.photos } };
  for (const step of steps) {
    if (step === 'choose') delete kept.document;
    else if (step === 'consent') delete kept.consent;
    else if (step === 'ssn') delete kept.ssn;
    else if (step === 'phone') delete kept.phone;
    else if (step === 'phone-code') delete kept.phoneCode;
    else delete kept.photos[step];
  }
  return kept;
}

/** What a changed answer at `step` leaves of the others. */
export const afterChange = (answers: Answers, step: AnswerStep): Answers =>
  withoutAnswers(answers, flow[step].invalidates);

/** Clears the answers of `steps` and everything that depended on them: the person is asked again. */
export const askAgain = (answers: Answers, steps: readonly AnswerStep[]): Answers =>
  withoutAnswers(answers, [...steps, ...steps.flatMap((step) => flow[step].invalidates)]);
