import {
  currentStep,
  type FlowState,
  isWithoutFace,
  liveSelfieOf,
  type StepName,
  stepNames,
} from '../flow/index.ts';

/** Where a case stands, as it is counted: the pages, and an agent's look in the place of a decision. `case` is all of it. */
export type CountedStep = Exclude<StepName, 'decision'> | 'review' | 'case';

/** `person`: a trained person looks at it. `failed`: it was asked for again, or refused. `left`: stopped, or never came back. */
export const passageOutcomes = ['passed', 'failed', 'person', 'left'] as const;
export type PassageOutcome = (typeof passageOutcomes)[number];

/** How the face is shown; `file` once a file was sent in place of a live picture. */
export const ways = ['face', 'file', 'letter', 'not-chosen'] as const;
export type Way = (typeof ways)[number];

/** How long a step took. No exact time is kept: it could tell which case it was. */
export const lengths = [
  { name: 'under-10-seconds', below: 10 },
  { name: 'under-30-seconds', below: 30 },
  { name: 'under-1-minute', below: 60 },
  { name: 'under-2-minutes', below: 120 },
  { name: 'under-5-minutes', below: 300 },
  { name: 'under-15-minutes', below: 900 },
  { name: 'under-1-hour', below: 3600 },
  { name: 'under-1-day', below: 86_400 },
  { name: 'longer', below: Number.POSITIVE_INFINITY },
] as const;
export type Length = (typeof lengths)[number]['name'];

/** What a browser was when the case was begun: nothing that tells one from another. */
export type DeviceKind = 'phone' | 'desk';

export interface SeenFrom {
  readonly language: 'en' | 'es';
  readonly device: DeviceKind;
}

/** One case leaving one step: what is counted, and all that is kept of it (A25). It names nobody. */
export interface Passage {
  readonly document: string; // a kind of document, or `none`
  readonly way: Way;
  readonly step: CountedStep;
  readonly language: SeenFrom['language'] | 'unknown';
  readonly device: DeviceKind | 'unknown';
  readonly outcome: PassageOutcome;
  readonly length: Length;
}

/** What a case is counted by. */
export interface Counted {
  readonly flow: FlowState;
  readonly startedAt: Date;
  readonly stepSince: Date;
  readonly seenFrom?: SeenFrom;
}

/** What of a case is under way; undefined once it is over. */
export function stepOf({ stage, answers }: FlowState): Exclude<CountedStep, 'case'> | undefined {
  if (stage === 'ended') return undefined;
  if (stage === 'in-review') return 'review';
  const step = currentStep({ stage, answers }); // whatever was decided about the answers before
  return step === 'decision' ? undefined : step;
}

/** What a change of a case adds to the count. Going back to change an answer is no end of a step, and is not counted. */
export function passagesBetween(before: Counted, after: FlowState, now: Date): readonly Passage[] {
  const from = stepOf(before.flow);
  const to = stepOf(after);
  if (!from || from === to) return [];
  const outcome = to ? outcomeOf(before.flow, from, after, to) : endOf(after);
  if (!outcome) return [];
  // the answers go with the end of a case: what it was is said by those before
  const path = pathOf(to ? after : before.flow);
  const seen = before.seenFrom ?? { language: 'unknown' as const, device: 'unknown' as const };
  const passage = (step: CountedStep, since: Date): Passage => ({
    ...path,
    ...seen,
    step,
    outcome,
    length: lengthOf(now.getTime() - since.getTime()),
  });
  const ofStep = passage(from, before.stepSince);
  return to ? [ofStep] : [ofStep, passage('case', before.startedAt)];
}

function outcomeOf(
  { stage }: FlowState,
  from: CountedStep,
  { stage: next }: FlowState,
  to: CountedStep,
): PassageOutcome | undefined {
  if (next === 'in-review') return 'person';
  if (stage !== 'collecting') return next === 'collecting' ? 'failed' : 'passed';
  if (next !== 'collecting') return 'passed';
  return countedSteps.indexOf(to) > countedSteps.indexOf(from) ? 'passed' : undefined;
}

/** In the order in which people meet them. */
export const countedSteps: readonly CountedStep[] = [
  ...stepNames.filter((step) => step !== 'decision'),
  'review',
];

function endOf({ decision }: FlowState): PassageOutcome {
  if (!decision) return 'left';
  return decision.outcome === 'verified' ? 'passed' : 'failed';
}

function pathOf({ answers }: FlowState): Pick<Passage, 'document' | 'way'> {
  return { document: answers.document ?? 'none', way: wayOf(answers) };
}

function wayOf(answers: FlowState['answers']): Way {
  if (!answers.consent) return 'not-chosen';
  if (isWithoutFace(answers)) return 'letter';
  return answers.photos.selfie && !liveSelfieOf(answers) ? 'file' : 'face';
}

const lengthOf = (milliseconds: number): Length =>
  lengths.find(({ below }) => milliseconds < below * 1000)?.name ?? 'longer';
