import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../amounts-and-dates/day.ts';
import { limitsOn, planLimits } from './plan-limits.ts';
import { proposeLongTerm, proposeShortTerm } from './propose-plan.ts';

const today = '2026-11-24';
const limits = limitsOn(today);

describe('T5: a short-term plan', () => {
  it.each([
    [99_999_99, 180, true],
    [100_000_00, 180, 'owes-too-much'],
    [99_999_99, 181, 'too-late'],
    [0, 10, 'nothing-owed'],
  ] as const)('T5: %i cents in %i days: %s', (owed, days, outcome) => {
    const plan = proposeShortTerm(owed, { today, payOn: addDays(today, days) }, limits);
    expect(plan.ok || plan.error.code).toBe(outcome);
    if (plan.ok) expect([plan.value.fee, plan.value.total - plan.value.interest]).toEqual([0, owed]);
  });
});

describe('T5: a long-term plan', () => {
  const propose = (owed: number, monthly: number) =>
    proposeLongTerm(owed, { today, first: addDays(today, 20), monthly }, limits);

  it.each([
    [50_000_00, 1_500_00, true],
    [50_000_01, 1_500_00, 'owes-too-much'],
    [50_000_00, 100_00, 'too-little'],
    [0, 100_00, 'nothing-owed'],
  ] as const)('T5: %i cents at %i a month: %s', (owed, monthly, outcome) => {
    const plan = propose(owed, monthly);
    expect(plan.ok || plan.error.code).toBe(outcome);
  });

  it('shows every cent: what is paid is what was owed, the interest and the fee, and it ends in time', () => {
    const owed = fc.integer({ min: 1_00, max: 50_000_00 });
    const monthly = fc.integer({ min: 25_00, max: 5_000_00 });
    fc.assert(
      fc.property(owed, monthly, (cents, amount) => {
        const plan = propose(cents, amount);
        if (!plan.ok) {
          expect(plan.error.code).toBe('too-little');
          return;
        }
        const { installments, total, interest, fee } = plan.value;
        expect(installments.reduce((sum, one) => sum + one.amount, 0)).toBe(total);
        expect(total).toBe(cents + interest + fee);
        expect(installments.at(-1)?.left).toBe(0);
        expect(installments.length).toBeLessThanOrEqual(limits.longTerm.monthsAtMost);
        for (const one of installments) expect(one.amount).toBe(one.towardBalance + one.interest + one.fee);
      }),
    );
  });

  it('too little: the amount that it names is enough, and a dollar less is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000_00, max: 50_000_00 }), (owed) => {
        const refused = propose(owed, 1_00);
        if (refused.ok || refused.error.code !== 'too-little') throw new Error('it was taken');
        expect(propose(owed, refused.error.least).ok).toBe(true);
        expect(propose(owed, refused.error.least - 1_00).ok).toBe(false);
      }),
    );
  });

  it('falls on the same day of each month, or on its last', () => {
    expect([0, 1, 2, 3].map((months) => addMonths('2026-12-31', months))).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });
});

describe('T5: limits are of their day', () => {
  const stricter = { ...limits, from: '2027-01-01', shortTerm: { under: 10_000_00, daysAtMost: 120 } };

  it('the rule that is in force counts, whatever the order of the list', () => {
    const all = [stricter, ...planLimits];
    expect(limitsOn('2026-12-31', all)).toBe(planLimits[0]);
    expect(limitsOn('2027-01-01', all)).toBe(stricter);
    expect(() => limitsOn('1999-01-01', all)).toThrow();
  });
});
