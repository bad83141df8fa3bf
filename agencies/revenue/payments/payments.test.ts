import { clockIn } from '@signet/agencies-ui/clock';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/support/database/database.ts';
import { addDays } from '../amounts-and-dates/day.ts';
import type { Bank, ReturnedDebit, ReturnReason } from '../bank/bank.ts';
import { postgresBankAccounts } from '../bank-accounts/postgres-bank-accounts.ts';
import { migrateRevenue, openRevenueDatabase, type RevenueDatabase } from '../database/open.ts';
import { reopenPlan } from '../plans/reopen-plan.ts';
import { balanceOf } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { fileSandboxRecords } from '../sandbox-records/file-sandbox-records.ts';
import { drawPayments, recordReturnedPayments } from './draw-payments.ts';
import { createPayments, type PaymentOrder } from './payments.ts';

const jose = '4100351902';
const lucia = '4100351919';
const year = 2025;
const keys = { index: new Uint8Array(32).fill(1), seal: new Uint8Array(32).fill(2) };

let database: RevenueDatabase;
let drop: () => Promise<void>;
let moment = new Date('2026-11-24T15:00:00Z');
const clock = clockIn(undefined, () => moment);
let account = '';

beforeAll(async () => {
  const test = await createTestDatabase({ empty: true });
  database = openRevenueDatabase(test.url, () => undefined);
  await migrateRevenue(database);
  await fileSandboxRecords(database.db, keys, '2026-11-24');
  const accounts = postgresBankAccounts(database.db, keys);
  const numbers = {
    routing: '990000013',
    account: '70048210092',
    kind: 'checking',
    bankName: 'Harborside',
  } as const;
  account = (await accounts.add(jose, { ...numbers, checkedOn: '2026-11-24' })).id;
  await accounts.add(lucia, { ...numbers, checkedOn: '2026-11-24' });
  drop = async () => {
    await database.close();
    await test.drop();
  };
});
afterAll(() => drop());

const payments = () => createPayments({ db: database.db, keys, clock });

const order = (over: Partial<PaymentOrder> = {}): PaymentOrder => ({
  taxYear: year,
  kind: 'balance',
  amount: 100_00,
  payOn: clock.today(),
  bankAccount: account,
  formKey: crypto.randomUUID(),
  ...over,
});

/** A bank that knows each debit by its reference; it loses answers and fails as told. */
function testBank() {
  const taken = new Map<string, number>();
  const returned: ReturnedDebit[] = [];
  let fault: 'silent' | 'answer-lost' | undefined;
  const bank: Bank = {
    check: async () => ({ open: true, bankName: 'Harborside' }),
    async debit({ reference, amount }) {
      if (fault === 'silent') throw new Error('no answer');
      const isSentBack = returned.some((one) => one.reference === reference); // one debit, however often it is asked for
      if (!isSentBack) taken.set(reference, amount);
      if (fault === 'answer-lost') throw new Error('connection lost');
      return { taken: true };
    },
    returns: async (position) => returned.filter((one) => one.position > position),
  };
  return {
    bank,
    taken,
    fail(how: typeof fault) {
      fault = how;
    },
    sendBack(reference: string, reason: ReturnReason) {
      if (returned.some((one) => one.reference === reference)) return;
      taken.delete(reference);
      returned.push({ position: returned.length + 1, reference, reason, on: clock.today() });
    },
  };
}

let bank = testBank();

const needs = () => ({
  db: database.db,
  keys,
  bank: bank.bank,
  clock,
  reopenPlan,
  onSilence: () => undefined,
  onFault: (fault: unknown) => {
    throw fault;
  },
});
const run = () => drawPayments(needs());
const readReturns = () => recordReturnedPayments(needs());

async function balance(): Promise<number> {
  const found = await postgresAccounts(database.db, keys).year(jose, year);
  return balanceOf(found?.transactions ?? []);
}

async function scheduled(over: Partial<PaymentOrder> = {}) {
  const made = await payments().schedule(jose, order(over));
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

describe('a payment', () => {
  it('attack, double click: one form pressed many times at once is one payment', async () => {
    const one = order();
    const made = await Promise.all(Array.from({ length: 8 }, () => payments().schedule(jose, one)));
    const ids = made.map((result) => result.ok && result.value.id);
    expect(new Set(ids).size).toBe(1);
    const before = await balance();
    await Promise.all([run(), run(), run()]);
    expect(await balance()).toBe(before - 100_00);
  });

  it('cannot be more than is owed, counting what is on its way, also from both of a couple at once', async () => {
    const owed = await payments().stillOwed(jose, year);
    const [ownAccount] = await postgresBankAccounts(database.db, keys).of(lucia);
    const both = await Promise.all([
      payments().schedule(jose, order({ amount: owed, payOn: addDays(clock.today(), 9) })),
      payments().schedule(
        lucia,
        order({ amount: owed, payOn: addDays(clock.today(), 9), bankAccount: ownAccount?.id ?? '' }),
      ),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = both.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: 'more-than-owed', owed: 0 } });
    for (const one of both) if (one.ok) await payments().cancel(jose, one.value.id);
    for (const one of both) if (one.ok) await payments().cancel(lucia, one.value.id);
    expect(await payments().stillOwed(jose, year)).toBe(owed);
  });

  it.each([
    [{ amount: 0 }, 'amount-out-of-range'],
    [{ amount: 1.5 }, 'amount-out-of-range'],
    [{ amount: -100 }, 'amount-out-of-range'],
    [{ payOn: '2026-11-23' }, 'day-out-of-range'],
    [{ kind: 'estimated' as const, taxYear: 2019 }, 'no-such-year'],
    [{ payOn: '2027-11-25' }, 'day-out-of-range'],
    [{ taxYear: 1999 }, 'no-such-year'],
    [{ bankAccount: crypto.randomUUID() }, 'no-such-bank-account'],
  ])('is refused for %o: %s', async (over, code) => {
    expect(await payments().schedule(jose, order(over))).toMatchObject({ error: { code } });
  });

  it('attack, another person’s: neither seen, nor canceled, nor drawn from their bank account', async () => {
    const theirs = await scheduled({ payOn: addDays(clock.today(), 5) });
    expect(await payments().get(lucia, theirs.id)).toBeUndefined();
    expect(await payments().cancel(lucia, theirs.id)).toEqual({ ok: false, error: 'no-such-payment' });
    expect(await payments().schedule(lucia, order())).toMatchObject({
      error: { code: 'no-such-bank-account' },
    });
    await payments().cancel(jose, theirs.id);
  });

  it('can be canceled until the day before, and not after; of a cancel and a draw at once one wins', async () => {
    const later = await scheduled({ payOn: addDays(clock.today(), 1) });
    expect(await payments().cancel(jose, later.id)).toMatchObject({ value: { state: 'canceled' } });
    expect(await payments().cancel(jose, later.id)).toMatchObject({ value: { state: 'canceled' } });
    const today = await scheduled();
    expect(await payments().cancel(jose, today.id)).toEqual({ ok: false, error: 'too-late' });
    await run();
    expect(await payments().get(jose, today.id)).toMatchObject({ state: 'sent' });
  });

  it('that the bank returns is taken back in the account, once, with a letter', async () => {
    const made = await scheduled();
    const before = await balance();
    await run();
    bank.sendBack(made.id, 'insufficient-funds');
    await Promise.all([readReturns(), readReturns()]);
    await readReturns();
    expect(await balance()).toBe(before);
    expect(await payments().get(jose, made.id)).toMatchObject({
      state: 'returned',
      returned: { reason: 'insufficient-funds' },
    });
    const letters = await postgresLetters(database.db).of(jose);
    expect(letters.filter(({ id }) => id === `payment-${made.id}`)).toHaveLength(1);
  });

  it.each([
    ['balance', year, '670', '671'],
    ['estimated', 2026, '660', '661'],
  ] as const)(
    'finding T16: of kind %s for %i posts %s, and returned posts %s',
    async (kind, taxYear, ...codes) => {
      const made = await scheduled({ kind, taxYear, amount: 12_34 });
      await run();
      bank.sendBack(made.id, 'insufficient-funds');
      await readReturns();
      const posted = await database.db
        .selectFrom('account_transactions')
        .select(['code', 'amount_cents', 'tax_year'])
        .where('payment', '=', made.id)
        .orderBy('id')
        .execute();
      expect(posted).toEqual([
        { code: codes[0], amount_cents: -12_34, tax_year: taxYear },
        { code: codes[1], amount_cents: 12_34, tax_year: taxYear },
      ]);
    },
  );

  it('T2, T6: no row holds the bank account number in clear', async () => {
    const { rows } = await database.pool.query<{ row: string }>('SELECT t::text AS row FROM bank_accounts t');
    expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/70048210092|990000013/);
  });
});

/** What can happen to payments, in any order. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('schedule' as const),
    amount: fc.integer({ min: 1, max: 90_00 }),
    days: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'return' as const), which: fc.nat({ max: 5 }) }),
  fc.record({
    do: fc.constantFrom('draw' as const, 'draw-twice' as const, 'read-returns' as const, 'next-day' as const),
  }),
  fc.record({
    do: fc.constant('fault' as const),
    how: fc.constantFrom('silent' as const, 'answer-lost' as const, undefined),
  }),
);

/** The bank took it, the answer was lost, and it was sent back before the bank was asked again. */
const sentBackBeforeItsAnswer = [
  { do: 'schedule' as const, amount: 1, days: 0 },
  { do: 'fault' as const, how: 'answer-lost' as const },
  { do: 'draw' as const },
  { do: 'return' as const, which: 0 },
];

it('the ledger never loses or doubles a cent, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      bank = testBank();
      await database.db.updateTable('bank_returns_read').set({ position: 0 }).execute();
      const before = await balance();
      const ids: string[] = [];
      for (const one of steps) {
        const id = 'which' in one ? (ids[one.which] ?? '') : '';
        if (one.do === 'schedule') {
          ids.push((await scheduled({ amount: one.amount, payOn: addDays(clock.today(), one.days) })).id);
        } else if (one.do === 'cancel') await payments().cancel(jose, id);
        else if (one.do === 'return') {
          if (bank.taken.has(id)) bank.sendBack(id, 'account-closed');
        } else if (one.do === 'draw') await run();
        else if (one.do === 'draw-twice') await Promise.all([run(), run()]);
        else if (one.do === 'read-returns') await readReturns();
        else if (one.do === 'next-day') moment = new Date(moment.getTime() + 86_400_000);
        else if (one.do === 'fault') bank.fail(one.how);
      }
      bank.fail(undefined);
      moment = new Date(moment.getTime() + 5 * 86_400_000);
      await run();
      await readReturns();
      const drawn = [...bank.taken.values()].reduce((sum, cents) => sum + cents, 0);
      expect(await balance()).toBe(before - drawn);
      for (const id of ids) {
        const payment = await payments().get(jose, id);
        expect(payment?.state).toBe(
          bank.taken.has(id) ? 'sent' : payment?.returned ? 'returned' : 'canceled',
        );
        if (payment?.state === 'sent') await undo(id);
      }
    }),
    { numRuns: 25, examples: [[sentBackBeforeItsAnswer]] },
  );
});

/** So that the next run has something to owe again. */
async function undo(id: string): Promise<void> {
  bank.sendBack(id, 'not-authorized');
  await readReturns();
}
