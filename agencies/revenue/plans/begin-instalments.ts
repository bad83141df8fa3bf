import type { Kysely } from 'kysely';
import { balanceOf } from '../accounts/account.ts';
import { postgresAccounts } from '../accounts/postgres-accounts.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresPayments, type StoredPayment } from '../payments/postgres-payments.ts';
import type { RecordKeys } from '../records/record-keys.ts';
import { dayOf } from '../values/day.ts';
import type { AgreedInstalment } from './payment-plan.ts';
import { postgresPlans, type StoredPlan } from './postgres-plans.ts';

interface Deps {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly now: () => Date;
}

const atOnce = 100;

/**
 * Turns instalments whose day has come into payments: in one transaction the interest and fee that they include are
 * posted and the payment stands to be drawn, under the instalment's own id. Who paid more meanwhile is not drawn more
 * than is owed; who owes nothing has a plan that is paid off.
 */
export async function beginInstalments({ db, keys, now }: Deps): Promise<void> {
  for (const id of await postgresPlans(db).due(dayOf(now()), atOnce)) {
    await db.transaction().execute(async (tx) => {
      const plan = await postgresPlans(tx).get(id);
      if (plan) await beginDue(tx, keys, plan, now());
    });
  }
}

async function beginDue(
  tx: Kysely<RevenueTables>,
  keys: RecordKeys,
  plan: StoredPlan,
  now: Date,
): Promise<void> {
  const plans = postgresPlans(tx);
  const payments = postgresPayments(tx);
  await payments.lock(plan.accountOf);
  const today = dayOf(now);
  for (const instalment of plan.instalments.filter(({ begun, on }) => !begun && on <= today)) {
    if (!(await plans.begin(instalment.id, now))) continue; // another process has it
    const account = await postgresAccounts(tx, keys).year(plan.accountOf, plan.taxYear);
    const onTheWay = await payments.onTheWay(plan.accountOf, plan.taxYear);
    const owed = balanceOf(account?.transactions ?? []) - onTheWay;
    if (owed <= 0) {
      await plans.finish(plan.id, 'paid-off');
      return;
    }
    await draw(tx, plan, instalment, owed, now);
  }
  const left = plan.instalments.filter(({ begun, on }) => !begun && on > today);
  if (left.length === 0) await plans.finish(plan.id, 'paid-off');
}

async function draw(
  tx: Kysely<RevenueTables>,
  plan: StoredPlan,
  { id, on, amount, interest, fee }: AgreedInstalment,
  owed: number,
  now: Date,
): Promise<void> {
  const payments = postgresPayments(tx);
  const payment: StoredPayment = {
    id,
    person: plan.person,
    accountOf: plan.accountOf,
    taxYear: plan.taxYear,
    kind: 'plan',
    amount: Math.min(amount, owed + interest + fee),
    payOn: on,
    bankAccount: plan.bankAccount,
    state: 'scheduled',
    madeAt: now,
  };
  await payments.add(payment, id);
  if (interest > 0) await payments.charge(payment, '196', interest, on);
  if (fee > 0) await payments.charge(payment, '360', fee, on);
}
