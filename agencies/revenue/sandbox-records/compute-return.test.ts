import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filingStatuses, incomeLines } from '../records/returns/return-lines.ts';
import { computeReturn, type ReturnFacts, taxOn } from './compute-return.ts';

const cents = fc.integer({ min: 0, max: 5_000_000_00 });

const facts: fc.Arbitrary<ReturnFacts> = fc.record({
  filingStatus: fc.constantFrom(...filingStatuses),
  income: fc.record(Object.fromEntries(incomeLines.map((line) => [line, cents]))) as fc.Arbitrary<
    ReturnFacts['income']
  >,
  businessProfit: cents,
  children: fc.integer({ min: 0, max: 6 }),
  withheld: cents,
  estimatedPayments: cents,
});

describe('a return', () => {
  it('is whole cents, and either owes or is owed: what was paid less what was due', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const lines = computeReturn(given);
        expect(Object.values(lines).every((line) => Number.isSafeInteger(line) && line >= 0)).toBe(true);
        expect(lines['total-payments'] - lines['total-tax']).toBe(lines.overpaid - lines.owed);
        expect(Math.min(lines.overpaid, lines.owed)).toBe(0);
      }),
    );
  });

  it('more income never lowers the tax, and tax is never more than the income', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(taxOn(more)).toBeGreaterThanOrEqual(taxOn(less));
        expect(taxOn(less)).toBeLessThanOrEqual(less);
      }),
    );
  });

  it('one by hand: 68,412.00 as head of household with one child', () => {
    const none = Object.fromEntries(incomeLines.map((line) => [line, 0])) as ReturnFacts['income'];
    const lines = computeReturn({
      filingStatus: 'head-of-household',
      income: { ...none, wages: 68_412_00 },
      businessProfit: 0,
      children: 1,
      withheld: 6_240_00,
      estimatedPayments: 0,
    });
    // 45,912 taxable: 10 % of 12,000 and 12 % of 33,912, less 1,500 for the child
    expect(lines).toMatchObject({ 'taxable-income': 45_912_00, 'income-tax': 5_269_44, overpaid: 2_470_56 });
  });
});
