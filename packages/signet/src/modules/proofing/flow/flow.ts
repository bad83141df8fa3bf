import {
  type AccountSlot,
  accountKinds,
  type CaptureSlot,
  evidenceKinds,
  slotsOf,
} from '../../evidence/index.ts';
import { type Answers, isWithoutFace } from './answers.ts';
import type { Decision } from './decision.ts';
import {
  type AnswerStep,
  type Course,
  documentSlots,
  type PhotoRole,
  photoRoles,
  type Stage,
  type StepName,
  stepsOf,
} from './steps.ts';

/** Everything that decides which page is whose turn. */
export interface FlowState {
  readonly stage: Stage;
  readonly answers: Answers;
  readonly decision?: Decision;
}

/** Which pages these answers lead along. */
export const courseOf = (answers: Answers): Course => ({
  document: answers.document,
  withoutFace: isWithoutFace(answers),
});

interface StepRule {
  /** Is it answered? Steps that ask nothing are answered by the case's stage instead. */
  readonly answered: (answers: Answers) => boolean;
  readonly canEnter: (state: FlowState) => boolean;
  /** What depended on this answer and goes when it changes (docs/design.md §4). */
  readonly invalidates: readonly AnswerStep[];
  readonly without: (answers: Answers) => Answers;
}

/** A step that asks may be entered while answers are taken and every step before it is answered. */
function afterAllBefore(step: StepName) {
  return ({ stage, answers }: FlowState): boolean => {
    const steps = stepsOf(courseOf(answers));
    const at = steps.indexOf(step);
    return (
      stage === 'collecting' &&
      at >= 0 &&
      steps.slice(0, at).every((before) => flow[before].answered(answers))
    );
  };
}

const asks = (step: AnswerStep, rule: Omit<StepRule, 'canEnter'>): StepRule => ({
  ...rule,
  canEnter: afterAllBefore(step),
});

const photoRule = (role: PhotoRole): StepRule =>
  asks(role, {
    answered: ({ photos }) => photos[role]?.settled === true,
    invalidates: [],
    without: ({ photos, ...rest }) => {
      const { [role]: _gone, ...kept } = photos;
      return { ...(role === 'selfie' ? withoutLive(rest) : rest), photos: kept };
    },
  });

/** The frames of a live picture go with the selfie that was taken from it. */
const withoutLive = <A extends Pick<Answers, 'liveSelfie'>>({ liveSelfie: _gone, ...rest }: A) => rest;

/** The phone of the account was shown to be in the person's hand, or there is none. */
const isPhoneSettled = ({ phone, phoneCode }: Answers): boolean =>
  phone?.kind === 'none' || (phoneCode !== undefined && 'confirmedAt' in phoneCode);

const phoneNumberRule = (step: AccountSlot): StepRule =>
  asks(step, {
    answered: ({ phone }) => phone !== undefined,
    invalidates: ['phone-code'], // it showed who holds the phone that was given before
    without: ({ phone: _gone, ...kept }) => kept,
  });

const textedCodeRule = (step: AccountSlot): StepRule => ({
  answered: isPhoneSettled,
  // there is nothing to do here when it is confirmed: another number is given at `phone`
  canEnter: (state) => afterAllBefore(step)(state) && !isPhoneSettled(state.answers),
  invalidates: [],
  without: ({ phoneCode: _gone, ...kept }) => kept,
});

/** What a step does by the way in which it captures; a new way needs a rule of its own. */
const accountRules: Readonly<Record<Exclude<CaptureSlot['by'], 'photo'>, (step: AccountSlot) => StepRule>> = {
  'phone-number': phoneNumberRule,
  'texted-code': textedCodeRule,
};

function accountSteps(): Readonly<Record<AccountSlot, StepRule>> {
  const rules = accountKinds.flatMap((kind) => {
    const { captures } = evidenceKinds[kind];
    return slotsOf(kind).map((slot) => [slot, accountRules[captures[slot].by](slot)] as const);
  });
  return Object.fromEntries(rules) as Record<AccountSlot, StepRule>;
}

const photoSteps = Object.fromEntries(photoRoles.map((role) => [role, photoRule(role)])) as Record<
  PhotoRole,
  StepRule
>;

/** Steps that show something hold no answer. */
const shows = (canEnter: StepRule['canEnter']): StepRule => ({
  answered: () => false,
  canEnter,
  invalidates: [],
  without: (answers) => answers,
});

export const flow: Readonly<Record<StepName, StepRule>> = {
  choose: asks('choose', {
    answered: ({ document }) => document !== undefined,
    invalidates: documentSlots, // the photos show the document that was chosen before
    without: ({ document: _gone, corrected: _outdated, ...kept }) => kept,
  }),
  consent: asks('consent', {
    answered: ({ consent }) => consent !== undefined,
    invalidates: photoRoles, // no face is kept without a consent that covers it (A17)
    without: ({ consent: _gone, ...kept }) => kept,
  }),
  ...photoSteps,
  ssn: asks('ssn', {
    answered: ({ ssn }) => ssn !== undefined,
    invalidates: [],
    without: ({ ssn: _gone, ...kept }) => kept,
  }),
  ...accountSteps(),
  'check-answers': shows(afterAllBefore('check-answers')),
  checking: shows(({ stage }) => stage === 'checking'),
  letter: shows(({ stage }) => stage === 'awaiting-letter'),
  decision: shows(({ decision }) => decision !== undefined),
};

/** Where a step leads when it is done; the decision leads nowhere. */
export function nextStep(step: StepName, course: Course): StepName {
  const steps = stepsOf(course);
  return steps[steps.indexOf(step) + 1] ?? 'decision';
}

/** The page where a person in this state belongs. Every state has one, and it can be entered. */
export function currentStep({ stage, answers, decision }: FlowState): StepName {
  if (decision !== undefined) return 'decision';
  if (stage === 'checking') return 'checking';
  if (stage === 'awaiting-letter') return 'letter';
  return stepsOf(courseOf(answers)).find((step) => !flow[step].answered(answers)) ?? 'check-answers';
}

export const openSteps = (state: FlowState): readonly StepName[] =>
  stepsOf(courseOf(state.answers)).filter((step) => flow[step].canEnter(state));

const withoutAnswers = (answers: Answers, steps: readonly AnswerStep[]): Answers =>
  steps.reduce((left, step) => flow[step].without(left), answers);

/** What a changed answer at `step` leaves of the others. */
export const afterChange = (answers: Answers, step: AnswerStep): Answers =>
  withoutAnswers(answers, flow[step].invalidates);

/** Clears the answers of `steps` and everything that depended on them: the person is asked again. */
export const askAgain = (answers: Answers, steps: readonly AnswerStep[]): Answers =>
  withoutAnswers(answers, [...steps, ...steps.flatMap((step) => flow[step].invalidates)]);
