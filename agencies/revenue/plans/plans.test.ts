import { clockIn } from '@signet/agencies-ui/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/support/database/database.ts';
import { sumOf } from '../amounts-and-dates/cents.ts';
import { addDays, addMonths } from '../amounts-and-dates/day.ts';
import type { Bank, ReturnedDebit } from '../bank/bank.ts';
import { postgresBankAccounts } from '../bank-accounts/postgres-bank-accounts.ts';
import { migrateRevenue, openRevenueDatabase, type RevenueDatabase } from '../database/open.ts';
import { drawPayments, recordReturnedPayments } from '../payments/draw-payments.ts';
import { createPayments } from '../payments/payments.ts';
import { balanceOf } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { fileSandboxRecords } from '../sandbox-records/file-sandbox-records.ts';
import { advancePlans } from './advance-plans.ts';
import { createPlans } from './plans.ts';
import { reopenPlan } from './reopen-plan.ts';

const jose = '4100351902';
const robin = '4100214453';
const year = 2025;
const keys = { index: new Uint8Array(32).fill(1), seal: new Uint8Array(32).fill(2) };

let database: RevenueDatabase;
let drop: () => Promise<void>;
let moment = new Date('2026-11-24T15:00:00Z');
const clock = clockIn(undefined, () => moment);
const bankAccounts = new Map<string, string>();
/** The bank knows a debit by its reference, however often it is asked for. */
const drawn = new Map<string, number>();

const returned: ReturnedDebit[] = [];

const bank: Bank = {
  check: async () => ({ open: true, bankName: 'Harborside' }),
  debit: async ({ reference, amount }) => {
    drawn.set(reference, amount);
    return { taken: true };
  },
  returns: async (position) => returned.filter((one) => one.position > position),
};

beforeAll(async () => {
  const test = await createTestDatabase({ empty: true });
  database = openRevenueDatabase(test.url, () => undefined);
  await migrateRevenue(database);
  await fileSandboxRecords(database.db, keys, '2026-11-24');
  for (const person of [jose, robin]) {
    const numbers = { routing: '990000013', account: '70048210092', kind: 'checking' } as const;
    const added = await postgresBankAccounts(database.db, keys).add(person, {
      ...numbers,
      bankName: 'Harborside',
      checkedOn: '2026-11-24',
    });
    bankAccounts.set(person, added.id);
  }
  drop = async () => {
    await database.close();
    await test.drop();
  };
});
afterAll(() => drop());

const plans = () => createPlans({ db: database.db, keys, clock });
const from = (person: string, formKey: string = crypto.randomUUID()) => ({
  bankAccount: bankAccounts.get(person) ?? '',
  formKey,
});
const monthlyWish = (monthly: number) =>
  ({ kind: 'long-term', taxYear: year, first: addDays(clock.today(), 10), monthly }) as const;

async function balance(person: string): Promise<number> {
  const account = await postgresAccounts(database.db, keys).year(person, year);
  return balanceOf(account?.transactions ?? []);
}

async function aDay(): Promise<void> {
  const faulty = (fault: unknown) => {
    throw fault;
  };
  const needs = { db: database.db, keys, clock, onFault: faulty };
  await advancePlans(needs);
  await drawPayments({ ...needs, bank, reopenPlan, onSilence: () => undefined });
  await recordReturnedPayments({ ...needs, bank, reopenPlan, onSilence: () => undefined });
}

describe('T5: a payment plan', () => {
  it('T5: shows every cent before it is agreed, and draws exactly that, month by month, until nothing is owed', async () => {
    const proposed = await plans().propose(jose, monthlyWish(500_00));
    if (!proposed.ok) throw new Error(proposed.error.code);
    const agreed = await plans().agree(jose, monthlyWish(500_00), from(jose));
    if (!agreed.ok) throw new Error(agreed.error.code);
    expect(agreed.value.installments.map(({ amount }) => amount)).toEqual(
      proposed.value.installments.map(({ amount }) => amount),
    );
    const start = moment;
    for (let month = 0; month < 12; month++) {
      moment = new Date(`${addMonths(addDays(clock.dayOf(start), 10), month)}T15:00:00Z`);
      await Promise.all([aDay(), aDay()]); // two processes
    }
    expect(await balance(jose)).toBe(0);
    expect(sumOf([...drawn.values()])).toBe(proposed.value.total);
    await aDay(); // the round after the last draw was posted
    expect(await plans().get(jose, agreed.value.id)).toMatchObject({ state: 'paid-off' });
  });

  it('attack, double click: one form is one plan, and a year has one that runs', async () => {
    const form = from(robin);
    const wish = { ...monthlyWish(900_00), first: addDays(clock.today(), 10) };
    const made = await Promise.all([1, 2, 3].map(() => plans().agree(robin, wish, form)));
    expect(new Set(made.map((one) => one.ok && one.value.id)).size).toBe(1);
    expect(await plans().agree(robin, wish, from(robin))).toMatchObject({ error: { code: 'runs-already' } });
  });

  it('whose account is paid off early is drawn no more than is owed', async () => {
    const owed = await createPayments({ db: database.db, keys, clock }).stillOwed(robin, year);
    await createPayments({ db: database.db, keys, clock }).schedule(robin, {
      taxYear: year,
      kind: 'balance',
      amount: owed - 100_00,
      payOn: clock.today(),
      ...from(robin),
    });
    await aDay();
    moment = new Date(moment.getTime() + 11 * 86_400_000);
    await aDay();
    expect(await balance(robin)).toBe(0);
  });

  it('whose last draw comes back is not paid off: the plan ends, and the balance is there to be dealt with', async () => {
    const account = await postgresBankAccounts(database.db, keys).of(robin);
    const wish = { kind: 'short-term', taxYear: year - 1, payOn: clock.today() } as const;
    const from = { bankAccount: account[0]?.id ?? '', formKey: crypto.randomUUID() };
    const agreed = await plans().agree(robin, wish, from);
    if (!agreed.ok) throw new Error(agreed.error.code);
    const [only] = agreed.value.installments;
    await aDay();
    returned.push({
      position: 1,
      reference: only?.id ?? '',
      reason: 'insufficient-funds',
      on: clock.today(),
    });
    await aDay();
    await aDay();
    expect(await plans().get(robin, agreed.value.id)).toMatchObject({ state: 'ended' });
    const owed = await createPayments({ db: database.db, keys, clock }).stillOwed(robin, year - 1);
    expect(owed).toBeGreaterThanOrEqual(agreed.value.installments.reduce((sum, one) => sum + one.amount, 0));
    expect((await plans().propose(robin, wish)).ok).toBe(true); // and another plan can be made
  });

  it('attack, another person’s: neither seen nor ended', async () => {
    const [plan] = await plans().of(robin);
    expect(await plans().get(jose, plan?.id ?? '')).toBeUndefined();
    expect(await plans().end(jose, plan?.id ?? '')).toBe(false);
  });
});
