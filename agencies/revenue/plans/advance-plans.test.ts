import { clockIn } from '@signet/agencies-ui/clock';
import type { KyselyPlugin } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/support/database/database.ts';
import { addDays, addMonths, type Day } from '../amounts-and-dates/day.ts';
import type { Bank, ReturnedDebit } from '../bank/bank.ts';
import { postgresBankAccounts } from '../bank-accounts/postgres-bank-accounts.ts';
import { migrateRevenue, openRevenueDatabase, type RevenueDatabase } from '../database/open.ts';
import { drawPayments, recordReturnedPayments } from '../payments/draw-payments.ts';
import { createPayments } from '../payments/payments.ts';
import { balanceOf } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import { fileSandboxRecords } from '../sandbox-records/file-sandbox-records.ts';
import { advancePlans } from './advance-plans.ts';
import { createPlans } from './plans.ts';
import { reopenPlan } from './reopen-plan.ts';

const jose = '4100351902';
/** His wife: the account of their joint years is his. */
const lucia = '4100351919';
const year = 2025;
const keys = { index: new Uint8Array(32).fill(1), seal: new Uint8Array(32).fill(2) };

let database: RevenueDatabase;
let moment: Date;
const clock = clockIn(undefined, () => moment);
let bankAccounts: Map<string, string>;
let drawn: Map<string, number>;
let returned: ReturnedDebit[];

const bank: Bank = {
  check: async () => ({ open: true, bankName: 'Harborside' }),
  debit: async ({ reference, amount }) => {
    drawn.set(reference, amount);
    return { taken: true };
  },
  returns: async (position) => returned.filter((one) => one.position > position),
};

beforeEach(async () => {
  moment = new Date('2026-11-24T15:00:00Z');
  bankAccounts = new Map();
  drawn = new Map();
  returned = [];
  const test = await createTestDatabase({ empty: true });
  database = openRevenueDatabase(test.url, () => undefined);
  await migrateRevenue(database);
  await fileSandboxRecords(database.db, keys, '2026-11-24');
  for (const person of [jose, lucia]) {
    const numbers = { routing: '990000013', account: '70048210092', kind: 'checking' } as const;
    const kept = { ...numbers, bankName: 'Harborside', checkedOn: '2026-11-24' };
    bankAccounts.set(person, (await postgresBankAccounts(database.db, keys).add(person, kept)).id);
  }
  return async () => {
    await database.close();
    await test.drop();
  };
});

const plans = () => createPlans({ db: database.db, keys, clock });
const payments = () => createPayments({ db: database.db, keys, clock });
const from = (person: string) => ({
  bankAccount: bankAccounts.get(person) ?? '',
  formKey: crypto.randomUUID(),
});
const first = '2026-12-04';

async function agree(person: string, monthly: number) {
  const wish = { kind: 'long-term', taxYear: year, first, monthly } as const;
  const agreed = await plans().agree(person, wish, from(person));
  if (!agreed.ok) throw new Error(agreed.error.code);
  return agreed.value;
}

async function balance(): Promise<number> {
  const account = await postgresAccounts(database.db, keys).year(jose, year);
  return balanceOf(account?.transactions ?? []);
}

const onFault = (fault: unknown) => {
  throw fault;
};
const needs = () => ({ db: database.db, keys, clock, onFault, bank, reopenPlan, onSilence: () => undefined });

async function round(on: Day): Promise<void> {
  moment = new Date(`${on}T15:00:00Z`);
  await advancePlans(needs());
  await drawPayments(needs());
  await recordReturnedPayments(needs());
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function pay(person: string, amount: number, payOn: Day): Promise<string> {
  const paid = await payments().schedule(person, {
    taxYear: year,
    kind: 'balance',
    amount,
    payOn,
    ...from(person),
  });
  if (!paid.ok) throw new Error(paid.error.code);
  return paid.value.id;
}

describe('T5: a payment plan that moves on', () => {
  it('attack, two processes: a draw that is posted while a plan is looked at is not drawn once more', async () => {
    const owed = await balance();
    await agree(jose, Math.ceil(owed / 2));
    await pay(lucia, owed - 10_00, first);
    moment = new Date(`${first}T15:00:00Z`);
    let other: Promise<void> | undefined;
    /** The other process draws and posts the payment between this one's two looks: at the account, and at what is on its way. */
    const between: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (!other && result.rows.some((row) => 'posted_on' in row)) {
          other = drawPayments(needs());
          await Promise.race([other, later(300)]);
        }
        return result;
      },
    };
    await advancePlans({ ...needs(), db: database.db.withPlugin(between) });
    await other;
    await round(first);
    expect(await balance()).toBe(0);
  });

  it('a couple’s two acts at once do not stand in each other’s way', async () => {
    await agree(lucia, 500_00);
    moment = new Date(`${first}T15:00:00Z`);
    const faults: unknown[] = [];
    const note = (fault: unknown) => void faults.push(fault);
    await database.db
      .transaction()
      .execute(async (tx) => {
        await lockTaxpayer(tx, lucia); // as her own payment does, before it looks at the account, which is his
        const other = advancePlans({ ...needs(), onFault: note });
        await Promise.race([other, later(500)]);
        await lockTaxpayer(tx, jose);
        return other;
      })
      .catch(note);
    expect(faults).toEqual([]);
  });

  it('a plan on a joint account waits for what the other of the couple pays at that moment', async () => {
    let agreed = false;
    const hers = await database.db.transaction().execute(async (tx) => {
      await lockTaxpayer(tx, jose); // as his own payment does, before it counts what is owed
      const agreeing = agree(lucia, 500_00).finally(() => {
        agreed = true;
      });
      await Promise.race([agreeing, later(500)]);
      expect(agreed).toBe(false);
      return { agreeing };
    });
    await hers.agreeing;
    expect(agreed).toBe(true);
  });

  it('what was not drawn because it was paid is not drawn all at once when that payment comes back', async () => {
    const plan = await agree(jose, 500_00);
    const all = await pay(jose, await balance(), '2026-11-25');
    await round('2026-11-25');
    await round(first);
    expect(await plans().get(jose, plan.id)).toMatchObject({ state: 'paid-off' });
    const back = addMonths(first, 4);
    returned.push({ position: 1, reference: all, reason: 'not-authorized', on: back });
    await round(back);
    expect(await plans().get(jose, plan.id)).toMatchObject({ state: 'running' });
    const told = (await postgresLetters(database.db).of(jose)).filter(({ kind }) => kind === 'plan-goes-on');
    expect(told).toHaveLength(1);
    drawn.clear();
    for (const day of [0, 1, 2]) await round(addDays(back, day));
    expect([...drawn.keys()]).toEqual([plan.installments[4]?.id]);
    await round(addMonths(first, 5));
    expect([...drawn.keys()]).toEqual([4, 5].map((at) => plan.installments[at]?.id));
  });

  it('a plan that its payer ends while it is being moved on begins no payment after the answer', async () => {
    const plan = await agree(jose, 500_00);
    moment = new Date(`${first}T15:00:00Z`);
    let ended = false;
    let begunAfter = false;
    let end: Promise<unknown> | undefined;
    const between: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (node.kind === 'InsertQueryNode' && ended) begunAfter = true;
        return node;
      },
      async transformResult({ result }) {
        if (!end && result.rows.some((row) => 'posted_on' in row)) {
          end = plans()
            .end(jose, plan.id)
            .then(() => {
              ended = true;
            });
          await Promise.race([end, later(300)]);
        }
        return result;
      },
    };
    await advancePlans({ ...needs(), db: database.db.withPlugin(between) });
    await end;
    expect(begunAfter).toBe(false);
  });
});
