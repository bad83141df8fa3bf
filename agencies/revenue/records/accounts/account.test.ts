import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../amounts-and-dates/day.ts';
import type { TaxReturn } from '../returns/tax-return.ts';
import { type AccountTransaction, balanceOf, transactionCodes } from './account.ts';
import { sayNone } from './refund-panel.tsx';
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

describe('T4: refund status', () => {
  const account = (filedBy: 'electronic' | 'paper', approvedOn?: string, sentOn?: string) => ({
    taxReturn: { filedBy, receivedOn: '2026-02-01' },
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
    });
  });

  it.each([
    ['electronic', '2026-02-02', { kind: 'usual', by: '2026-02-22' }],
    ['electronic', '2026-02-22', { kind: 'usual', by: '2026-02-22' }],
    ['electronic', '2026-02-23', { kind: 'longer', callAfter: '2026-03-15' }],
    ['electronic', '2026-03-15', { kind: 'longer', callAfter: '2026-03-15' }],
    ['electronic', '2026-03-16', { kind: 'call' }],
    ['paper', '2026-03-01', { kind: 'usual', by: '2026-03-15' }], // first shown after 28 days, promised in six weeks
    ['paper', '2026-03-16', { kind: 'longer', callAfter: '2026-04-05' }],
    ['paper', '2026-04-06', { kind: 'call' }],
  ] as const)('finding T7: a return sent by %s, looked for on %s, is told: %o', (filedBy, today, wait) => {
    expect(refundProgress(account(filedBy), today)).toMatchObject({ wait });
    expect(refundProgress(account(filedBy, '2026-02-10'), today)).toMatchObject({ wait });
  });

  it('finding T7: no day in the past is ever promised, and nothing is promised of what was sent', () => {
    for (const filedBy of ['electronic', 'paper'] as const) {
      for (let days = 0; days < 400; days++) {
        const today = addDays('2026-02-01', days);
        const progress = refundProgress(account(filedBy), today);
        const promised = JSON.stringify(progress).match(/"(by|callAfter|shownFrom)":"([^"]+)"/)?.[2];
        expect(promised === undefined || promised >= today).toBe(true);
      }
    }
    const sent = refundProgress(account('paper', '2026-02-10', '2026-02-14'), '2026-03-01');
    expect(sent).toMatchObject({ wait: undefined });
  });

  it('says of what was sent that it may not have arrived for two weeks, and not for years', () => {
    const sent = account('electronic', '2026-02-10', '2026-02-14');
    expect(refundProgress(sent, '2026-02-28')).toMatchObject({ underWay: true });
    expect(refundProgress(sent, '2026-03-01')).toMatchObject({ underWay: false });
    expect(refundProgress(account('paper', '2026-02-10'), '2026-03-01')).toMatchObject({ underWay: false });
  });

  it('nobody is told that no refund is due before the tax of the return is assessed', () => {
    const taxReturn = { taxYear: 2025 } as TaxReturn;
    const assessed = [{ code: '150', postedOn: '2026-03-01', amount: 0 }] as const;
    expect(sayNone('en', { taxReturn, transactions: assessed })).toBe('No refund is due for 2025.');
    expect(sayNone('en', { taxReturn, transactions: [] })).toMatch(
      /^We are still processing your return for 2025/,
    );
    expect(sayNone('es', { taxReturn, transactions: [] })).toMatch(
      /^Todavía estamos procesando su declaración/,
    );
  });

  it('T4: nothing is shown where no refund is due', () => {
    expect(refundProgress({ ...account('paper'), refund: undefined }, '2026-03-01')).toEqual({
      kind: 'none',
    });
  });
});
