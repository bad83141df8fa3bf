import { describe, expect, it } from 'vitest';
import {
  type AnswerStep,
  type Answers,
  askAgain,
  courseOf,
  currentStep,
  type Decision,
  type FlowState,
  flow,
  noAnswers,
  openSteps,
  reasonsSchema,
  type Stage,
  type StepName,
  stepNames,
  stepsOf,
} from '../flow/index.ts';
import { afterDecision, stuckAt } from './after-decision.ts';
import { everyHave, offersAndDemands } from './every-have.ts';
import type { Path } from './path.ts';
import { planPaths } from './plan-paths.ts';
import { havesIn, situations } from './situations.ts';

const at = '2026-05-04T12:00:00.000Z';
const photo = { id: 'p', width: 1600, height: 1000, settled: true, problems: [], takenAt: at };
const codes = reasonsSchema.unwrap().element.options;
const deadlines = { personDays: 14, recordsDays: 7 };

/** What somebody on this path answers at a step. A step that is new has no answer here, and does not compile. */
const answer: Readonly<Record<AnswerStep, (given: Answers, path: Path) => Answers>> = {
  choose: (given, { course }) => ({ ...given, document: course.document }),
  consent: (given, { course }) => ({
    ...given,
    consent: { version: '1', at, ...(course.withoutFace && { without: 'face' }) },
  }),
  front: (given) => ({ ...given, photos: { ...given.photos, front: photo } }),
  back: (given) => ({ ...given, photos: { ...given.photos, back: photo } }),
  'data-page': (given) => ({ ...given, photos: { ...given.photos, 'data-page': photo } }),
  selfie: (given) => ({ ...given, photos: { ...given.photos, selfie: photo } }),
  ssn: (given, { number }) => ({
    ...given,
    ssn: { entry: 'n', number: '900123417', ...(number === 'itin' && { kind: number }) },
  }),
  phone: (given, { phone }) => ({
    ...given,
    phone: phone ? { kind: 'number', entry: 'p', number: '+12025550101' } : { kind: 'none', entry: 'p' },
  }),
  'phone-code': (given) => ({ ...given, phoneCode: { confirmedAt: at } }),
};

/** Every decision that a case on this course may meet. A new outcome does not compile. */
const decisions: {
  readonly [O in Decision['outcome']]: (steps: readonly StepName[]) => readonly Decision[];
} = {
  verified: () => [{ outcome: 'verified' }],
  'try-again': (steps) => steps.filter(isAnswer).map((step) => ({ outcome: 'try-again', step, reasons: [] })),
  'needs-person': () => [{ outcome: 'needs-person', reasons: [...codes], reference: 'SGN-7K3M-2QXD' }],
  'pending-records': () => [{ outcome: 'pending-records' }],
  refused: () => codes.map((code) => ({ outcome: 'refused', reasons: [code] })),
};

/** At which stage a case stands that was decided so, and every stage that there is. */
const stageOf: Readonly<Record<Decision['outcome'], Stage>> = {
  verified: 'ended',
  'try-again': 'collecting',
  'needs-person': 'in-review',
  'pending-records': 'checking',
  refused: 'ended',
};

const isAnswer = (step: StepName): step is AnswerStep => step in answer;

/** Where a state leads: other states, and ends. Neither: a dead end. */
interface Onward {
  readonly states: readonly FlowState[];
  readonly ends: readonly string[];
}

/** What may happen at each stage; a stage that is new does not compile. */
const onward: Readonly<Record<Stage, (state: FlowState, path: Path) => Onward>> = {
  collecting({ answers, decision }, path) {
    if (decision) return afterDeciding({ stage: 'collecting', answers, decision });
    const step = currentStep({ stage: 'collecting', answers });
    if (step === 'check-answers') return { states: [{ stage: 'checking', answers }], ends: [] };
    if (!isAnswer(step)) return { states: [], ends: [] };
    const help = situations.includes(stuckAt[step]) ? ['help'] : [];
    return { states: [{ stage: 'collecting', answers: answer[step](answers, path) }], ends: help };
  },
  checking({ answers, decision }, path) {
    if (decision) return afterDeciding({ stage: 'checking', answers, decision });
    const steps = stepsOf(courseOf(answers));
    const decided = Object.entries(decisions).flatMap(([outcome, make]) =>
      make(steps).map((one) => ({ stage: stageOf[outcome as Decision['outcome']], answers, decision: one })),
    );
    const letter = path.course.withoutFace ? [{ stage: 'awaiting-letter', answers } as const] : [];
    return { states: [...decided, ...letter], ends: [] };
  },
  'in-review': (state) => afterDeciding(state),
  /** Its code is typed, or its last day goes by. */
  'awaiting-letter': ({ answers }) => ({
    states: [
      { stage: 'checking', answers },
      { stage: 'ended', answers, decision: { outcome: 'refused', reasons: ['letter-not-used'] } },
    ],
    ends: [],
  }),
  ended: (state) => afterDeciding(state),
};

function afterDeciding({ answers, decision }: FlowState): Onward {
  if (!decision) return { states: [], ends: [] };
  const next = afterDecision(decision, deadlines);
  const refused = (code: (typeof codes)[number]): FlowState => ({
    stage: 'ended',
    answers,
    decision: { outcome: 'refused', reasons: [code] },
  });
  switch (next.to) {
    case 'proven':
      return { states: [], ends: ['proven'] };
    case 'step':
      return { states: [{ stage: 'collecting', answers: askAgain(answers, [next.step]) }], ends: [] };
    case 'person':
      return {
        states: [{ stage: 'checking', answers }, refused('review-refused'), refused('review-expired')],
        ends: next.withinDays > 0 ? ['a person by this date'] : [],
      };
    case 'records':
      return {
        states: [
          { stage: 'checking', answers },
          ...decisions['needs-person']([]).map((one) => ({
            stage: 'in-review' as const,
            answers,
            decision: one,
          })),
        ],
        ends: next.withinDays > 0 ? ['a person by this date'] : [],
      };
    case 'start-again':
      return { states: [{ stage: 'collecting', answers: noAnswers }], ends: [next.help] };
    case 'own-account':
    case 'agency':
      return { states: [], ends: [next.help] };
    default:
      return { states: [], ends: [] };
  }
}

/** Two states of one name have the same ways on. */
function nameOf({ stage, answers, decision }: FlowState): string {
  const given = stepNames.filter((step) => flow[step].answered(answers)).join(' ');
  const {
    outcome,
    step,
    reasons = [],
  } = (decision ?? {}) as { outcome?: string; step?: string; reasons?: string[] };
  const decided = [outcome, step, reasons.length > 1 ? 'any reason' : reasons[0]].filter(Boolean).join(' ');
  return `${stage}${decided ? ` (${decided})` : ''}, answered: ${given || 'nothing'}`;
}

/** Walks all of it, and tells the states without a way on, those whose page does not open, and all ends and steps met. */
function walk(path: Path) {
  const [seen, wrong] = [new Set<string>(), new Set<string>()];
  const [ends, steps] = [new Set<string>(), new Set<StepName>()];
  const waiting: FlowState[] = [{ stage: 'collecting', answers: noAnswers }];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const name = nameOf(state);
    if (seen.has(name)) continue;
    seen.add(name);
    const step = currentStep(state);
    steps.add(step);
    const led = onward[state.stage](state, path);
    if (led.states.length + led.ends.length === 0) wrong.add(`dead end: ${name}`);
    if (!openSteps(state).includes(step) || !flow[step].canEnter(state)) wrong.add(`closed: ${name}`);
    for (const end of led.ends) ends.add(end);
    waiting.push(...led.states);
  }
  return { wrong: [...wrong], ends, steps };
}

/** What is wrong with one path, walked once for all the people who have it. */
const walked = new Map<
  string,
  { readonly faults: readonly string[]; readonly steps: ReadonlySet<StepName> }
>();
function faultsOf(path: Path): readonly string[] {
  const { course, photos, phone, number } = path;
  const name = `${course.document} ${course.withoutFace} ${photos} ${phone} ${number}`;
  const known = walked.get(name);
  if (known) return known.faults;
  const { wrong, ends, steps } = walk(path);
  const faults = [
    ...wrong,
    ...(ends.has('proven') ? [] : [`never proven: ${name}`]),
    ...(ends.has('agency') ? [] : [`nobody to ask: ${name}`]),
    ...[...steps].filter((step) => !path.steps.includes(step)).map((step) => `unplanned: ${step} of ${name}`),
  ];
  walked.set(name, { faults, steps });
  return faults;
}

const isDated = ({ waits }: Path): boolean => waits.every(({ withinDays }) => withinDays > 0);

describe('A21, A23: no dead end', () => {
  it('every combination of what people have and agencies ask leads to a proof, or to a person by a date and the agency', () => {
    const [wrong, met] = [new Set<string>(), new Set<StepName>()];
    const count = { combinations: 0, withoutPath: 0 };
    for (const [offers, demand] of offersAndDemands()) {
      for (const have of everyHave()) {
        const plan = planPaths(have, demand, offers);
        if (plan.help !== 'agency') wrong.add(`nobody to ask: ${JSON.stringify(have)}`);
        count.combinations += 1;
        if (plan.paths.length === 0) count.withoutPath += 1;
        for (const path of plan.paths) {
          for (const fault of faultsOf(path)) wrong.add(fault);
          if (!isDated(path)) wrong.add(`no date: ${JSON.stringify(path)}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
    for (const { steps } of walked.values()) for (const step of steps) met.add(step);
    expect([...met].sort()).toEqual([...stepNames].sort());
    expect(count).toEqual({ combinations: 294_912, withoutPath: expect.any(Number) });
    expect(count.withoutPath).toBeLessThan(count.combinations);
  });

  it('whoever cannot do a step finds a situation of theirs, and each situation is planned for', () => {
    expect(stepNames.filter(isAnswer).map((step) => situations.includes(stuckAt[step]))).not.toContain(false);
    for (const situation of situations) expect(havesIn(situation).length).toBeGreaterThan(0);
  });
});
