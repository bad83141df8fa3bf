import { describe, expect, it } from 'vitest';
import type { Payment } from '../payments/payment.ts';
import type { Notice } from '../records/letters/letter.ts';
import type { Filing } from '../records/returns/filing.ts';
import { type Facts, whatNeedsDoing } from './what-needs-doing.ts';

const today = '2026-05-01';
const nothing: Facts = { letters: [], balances: [], plannedYears: [], filings: [], payments: [] };
const kindsOf = (facts: Partial<Facts>) =>
  whatNeedsDoing({ ...nothing, ...facts }, today).map(({ kind }) => kind);

const readAt = new Date('2026-04-20T10:00:00Z');
const letter = (over: Partial<Notice>): Notice => ({
  id: '1',
  kind: 'return-adjusted',
  taxYear: 2025,
  sentOn: '2026-04-01',
  ...over,
});
const payment = (over: Partial<Payment>): Payment => ({
  id: 'p',
  taxYear: 2025,
  kind: 'balance',
  amount: 10_00,
  payOn: '2026-04-01',
  bankAccount: 'b',
  state: 'returned',
  madeAt: new Date('2026-04-01T10:00:00Z'),
  ...over,
});
const filing = (over: Partial<Filing>): Filing => ({
  taxYear: 2025,
  form: '1040',
  filedBy: 'electronic',
  sentOn: '2026-03-01',
  state: 'rejected',
  since: '2026-03-02',
  ...over,
});
const owed = { balances: [{ taxYear: 2025, owed: 5_00 }] };

describe('what needs doing', () => {
  it('is nothing when nothing is due', () =>
    expect(kindsOf({ letters: [letter({ readAt })], payments: [payment({})] })).toEqual([]));

  it('is a notice that is due, though it was read, and no longer the day after', () => {
    expect(kindsOf({ letters: [letter({ readAt, dueOn: today })] })).toEqual(['notice']);
    expect(kindsOf({ letters: [letter({ readAt, dueOn: '2026-04-30' })] })).toEqual([]);
  });

  it('is one line for many new notices', () => {
    expect(kindsOf({ letters: [letter({})] })).toEqual(['notice']);
    expect(kindsOf({ letters: [letter({}), letter({ id: '2' })] })).toEqual(['new-notices']);
  });

  it('is no notice of a balance that is paid', () =>
    expect(kindsOf({ letters: [letter({ kind: 'balance-due', readAt, dueOn: '2026-06-01' })] })).toEqual([]));

  it('T5: is a balance, unless a plan pays it off', () => {
    expect(kindsOf(owed)).toEqual(['balance']);
    expect(kindsOf({ ...owed, plannedYears: [2025] })).toEqual([]);
  });

  it('is one line for a balance and the notice about it, and leads to the notice while it waits', () => {
    const waiting = letter({ kind: 'balance-due', dueOn: '2026-06-01' });
    const facts = { ...nothing, ...owed, letters: [waiting, letter({ id: '2' })] };
    expect(whatNeedsDoing(facts, today)).toEqual([
      { kind: 'balance', taxYear: 2025, owed: 5_00, letter: waiting, dueOn: '2026-06-01' },
      { kind: 'notice', letter: letter({ id: '2' }) },
    ]);
    const read = { ...waiting, readAt, dueOn: '2026-04-30' };
    expect(whatNeedsDoing({ ...facts, letters: [read] }, today)).toEqual([
      { kind: 'balance', taxYear: 2025, owed: 5_00 },
    ]);
  });

  it('is a returned payment in place of its balance, until it is paid again', () => {
    expect(kindsOf({ ...owed, payments: [payment({})] })).toEqual(['returned-payment']);
    const again = payment({ id: 'q', state: 'sent', madeAt: new Date('2026-04-02T10:00:00Z') });
    expect(kindsOf({ ...owed, payments: [again, payment({})] })).toEqual(['balance']);
    expect(kindsOf({ ...owed, plannedYears: [2025], payments: [payment({})] })).toEqual(['returned-payment']);
  });

  it('is a return that was sent back, until it is sent again', () => {
    expect(kindsOf({ filings: [filing({})] })).toEqual(['rejected-return']);
    expect(kindsOf({ filings: [filing({ state: 'accepted', sentOn: '2026-03-05' }), filing({})] })).toEqual(
      [],
    );
  });
});
