import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedTaxpayers } from '../records/seed.ts';
import { taxableOf, taxOn } from '../records/seed-year.ts';
import { type AccountTransaction, balanceOf, transactionCodes } from './account.ts';
import { refundProgress } from './refund-progress.ts';

const transaction: fc.Arbitrary<AccountTransaction> = fc.record({
  code: fc.constantFrom(...transactionCodes),
  postedOn: fc.constant('2025-04-15'),
  amount: fc.integer({ min: -5_000_000_00, max: 5_000_000_00 }),
});

describe('the ledger', () => {
  it('is whole cents, whatever the order, and a posting moves the balance by its amount', () => {
    fc.assert(
      fc.property(fc.array(transaction), transaction, (posted, next) => {
        const balance = balanceOf(posted);
        expect(Number.isSafeInteger(balance)).toBe(true);
        expect(balanceOf(posted.toReversed())).toBe(balance);
        expect(balanceOf([...posted, next])).toBe(balance + next.amount);
      }),
    );
  });

  it('of an empty year is zero', () => expect(balanceOf([])).toBe(0));
});

describe.each(['2026-11-24', '2027-01-10', '2027-05-31', '2028-06-01'])('the seed on %s', (today) => {
  const accounts = seedTaxpayers(today).flatMap(({ taxpayer, accounts: years }) =>
    years.map((account) => [`${taxpayer.familyName} ${account.taxReturn.taxYear}`, account] as const),
  );

  it.each(accounts)('%s: the account agrees with its return and its refund', (_name, account) => {
    const { taxReturn, transactions, refund } = account;
    const posted = (code: string) => transactions.filter((one) => one.code === code);
    expect(taxReturn.taxableIncome).toBe(taxableOf(taxReturn.filingStatus, taxReturn.adjustedGrossIncome));
    expect(taxReturn.tax).toBe(taxOn(taxReturn.taxableIncome));
    if (posted('150').length > 0) expect(balanceOf(posted('150'))).toBe(taxReturn.tax);
    if (refund === undefined) expect(posted('846')).toEqual([]);
    if (refund?.sentOn !== undefined) {
      expect(posted('846')).toEqual([{ code: '846', postedOn: refund.sentOn, amount: refund.amount }]);
      expect(balanceOf(transactions)).toBe(0);
    }
    if (refund?.approvedOn !== undefined && refund.sentOn === undefined) {
      expect(balanceOf(transactions)).toBe(-refund.amount);
    }
    if (refund === undefined) expect(balanceOf(transactions)).toBeGreaterThanOrEqual(0);
    const days = transactions.map(({ postedOn }) => postedOn);
    expect(days).toEqual(days.toSorted());
    expect(days.filter((day) => day > today)).toEqual([]);
    expect(taxReturn.receivedOn <= today).toBe(true);
  });

  it('D7: no number could be anybody’s', () => {
    for (const { ssn } of seedTaxpayers(today)) expect(ssn).toMatch(/^(666|9\d\d)-\d\d-\d{4}$/);
  });

  it('T3: file numbers have at most ten digits and are no taxpayer numbers', () => {
    const numbers = seedTaxpayers(today).map(({ taxpayer }) => taxpayer.customerFileNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\d{10}$/);
  });
});

describe('T4: refund status', () => {
  const account = (filedBy: 'electronic' | 'paper', approvedOn?: string, sentOn?: string) => ({
    taxReturn: {
      taxYear: 2025,
      form: '1040',
      filingStatus: 'single' as const,
      filedBy,
      receivedOn: '2026-02-01',
      adjustedGrossIncome: 0,
      taxableIncome: 0,
      tax: 0,
    },
    transactions: [],
    refund: { amount: 100, approvedOn, sentOn, accountLastFour: undefined },
  });

  it.each([
    ['electronic', '2026-02-01', 'too-early'],
    ['electronic', '2026-02-02', 'shown'],
    ['paper', '2026-02-28', 'too-early'],
    ['paper', '2026-03-01', 'shown'],
  ] as const)('T4: sent by %s on 1 February, looked for on %s: %s', (filedBy, today, kind) => {
    expect(refundProgress(account(filedBy), today).kind).toBe(kind);
  });

  it.each([
    ['received', undefined, undefined],
    ['approved', '2026-02-10', undefined],
    ['sent', '2026-02-10', '2026-02-14'],
  ] as const)('T4: %s', (reached, approvedOn, sentOn) => {
    expect(refundProgress(account('electronic', approvedOn, sentOn), '2026-03-01')).toMatchObject({
      kind: 'shown',
      reached,
      usuallyBy: '2026-02-22',
    });
  });

  it('T4: nothing is shown where no refund is due', () => {
    expect(refundProgress({ ...account('paper'), refund: undefined }, '2026-03-01')).toEqual({
      kind: 'none',
    });
  });
});
