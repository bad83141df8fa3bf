import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKinds } from '../../evidence/index.ts';
import type { Answers } from './answers.ts';
import {
  afterChange,
  askAgain,
  courseOf,
  currentStep,
  type FlowState,
  flow,
  nextStep,
  openSteps,
} from './flow.ts';
import { type AnswerStep, type StepName, stages, stepNames, stepsOf } from './steps.ts';

const at = '2026-05-04T12:00:00.000Z';
const photo = fc.record({
  id: fc.uuid(),
  width: fc.constant(1600),
  height: fc.constant(1000),
  settled: fc.boolean(),
  problems: fc.constant([]),
  takenAt: fc.constant(at),
});
const maybe = { requiredKeys: [] };
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    document: fc.constantFrom('license' as const, 'passport' as const),
    consent: fc.constantFrom({ version: '1', at }, { version: '1', at, without: 'face' as const }),
    photos: fc.record({ front: photo, back: photo, 'data-page': photo, selfie: photo }, maybe),
    ssn: fc.constant({ entry: 'e', number: '900123417' }),
    phone: fc.constantFrom(
      { kind: 'number' as const, entry: 'p', number: '+12025550101' },
      { kind: 'none' as const, entry: 'p' },
    ),
    phoneCode: fc.constantFrom({ hash: 'h', sentAt: at }, { confirmedAt: at }),
  },
  { requiredKeys: ['photos'] },
);
const needsPerson = { outcome: 'needs-person', reasons: [], reference: 'SGN-0000-0000' } as const;
/** Every state there can be: what ended or waits for an agent has a decision. */
const state: fc.Arbitrary<FlowState> = fc
  .record({ stage: fc.constantFrom(...stages), answers, decided: fc.boolean() })
  .map(({ stage, answers, decided }) =>
    decided || stage === 'ended' || stage === 'in-review'
      ? { stage, answers, decision: needsPerson }
      : { stage, answers },
  );
const asking = stepNames.slice(0, stepNames.indexOf('check-answers')) as AnswerStep[];
const isAnswered = (step: StepName, given: Answers) => flow[step].answered(given);

describe('the flow', () => {
  it('has a page for every state, and that page can be entered', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(openSteps(one)).toContain(currentStep(one));
      }),
    );
  });

  it('A17: no path leads past consent: no later page opens without it', () => {
    fc.assert(
      fc.property(state, ({ stage, answers: { consent: _consent, ...given } }) => {
        const open = openSteps({ stage, answers: given });
        for (const step of ['front', 'back', 'data-page', 'selfie', 'ssn', 'check-answers'] as const) {
          expect(open).not.toContain(step);
        }
      }),
    );
  });

  it('opens a page that asks only when every page before it is answered, and only while collecting', () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...asking), (one, step) => {
        const asked = asking.filter((other) => stepsOf(courseOf(one.answers)).includes(other));
        const before = asked.slice(0, asked.indexOf(step));
        const reached = asked.includes(step) && before.every((earlier) => isAnswered(earlier, one.answers));
        const over = step === 'phone-code' && isAnswered(step, one.answers); // a confirmed phone stays so
        expect(flow[step].canEnter(one)).toBe(one.stage === 'collecting' && reached && !over);
      }),
    );
  });

  it('going back clears what depended on the answer, and nothing that stood before it', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...asking), (given, step) => {
        const left = afterChange(given, step);
        for (const other of asking) {
          const noPhone = other === 'phone-code' && given.phone?.kind === 'none'; // asks nothing
          const cleared = flow[step].invalidates.includes(other) && !noPhone;
          expect([other, isAnswered(other, left)]).toEqual([other, !cleared && isAnswered(other, given)]);
          if (cleared) expect(stepNames.indexOf(other)).toBeGreaterThan(stepNames.indexOf(step));
        }
      }),
    );
  });

  it('asking again leads to a page at or before the one asked for, and never on to the check', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...asking), (given, step) => {
        if (step === 'phone-code' && given.phone?.kind === 'none') return; // never asked of those without one
        if (!stepsOf(courseOf(given)).includes(step)) return; // nor a side that the document has not
        const again = { stage: 'collecting', answers: askAgain(given, [step]) } as const;
        expect(stepNames.indexOf(currentStep(again))).toBeLessThanOrEqual(stepNames.indexOf(step));
        expect(openSteps(again)).not.toContain('check-answers');
      }),
    );
  });

  it('leads from the first page to the decision, each page once', () => {
    for (const document of documentKinds) {
      for (const withoutFace of [false, true]) {
        const course = { document, withoutFace };
        const path: StepName[] = ['choose'];
        while (path.at(-1) !== 'decision') path.push(nextStep(path.at(-1) ?? 'choose', course));
        expect(path).toEqual(stepsOf(course));
        expect(path.includes('selfie')).toBe(!withoutFace);
      }
    }
  });
});
