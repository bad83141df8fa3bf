import type { Clock } from '@signet/agencies-ui/clock';
import type { Kysely } from 'kysely';
import type { Cents } from '../amounts-and-dates/cents.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresPayments, type StoredPayment } from '../payments/index.ts';
import { balanceOf } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import { type AgreedInstallment, aheadIn } from './payment-plan.ts';
import { postgresPlans, type StoredPlan } from './postgres-plans.ts';

interface Needs {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly clock: Clock;
  /** A plan that cannot go on; it is tried again at the next round. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Moves running plans on. An installment whose day has come becomes a payment: in one transaction the interest and fee that
 * it includes are posted and the payment stands to be drawn, under the installment's own id; of several whose day has passed,
 * the last (`aheadIn`). After an extra payment no more is drawn than is owed. A plan is paid off once the account says so,
 * and not while a draw may still come back.
 */
export async function advancePlans({ db, keys, clock, onFault }: Needs): Promise<void> {
  for (const id of await postgresPlans(db).waiting(clock.today())) {
    try {
      await db.transaction().execute((tx) => advance(tx, keys, id, clock));
    } catch (fault) {
      onFault(fault); // it keeps no other plan and no payment waiting
    }
  }
}

async function advance(tx: Kysely<RevenueTables>, keys: RecordKeys, id: string, clock: Clock): Promise<void> {
  const plans = postgresPlans(tx);
  const payments = postgresPayments(tx);
  const found = await plans.get(id);
  if (!found) return;
  await lockTaxpayer(tx, found.accountOf);
  const plan = await plans.get(id); // as it is now that nobody else changes it
  if (plan?.state !== 'running') return;
  const account = await postgresAccounts(tx, keys).year(plan.accountOf, plan.taxYear);
  const balance = balanceOf(account?.transactions ?? []);
  if (balance <= 0) return void (await plans.finish(id, 'paid-off'));
  const onTheWay = await payments.onTheWay(plan.accountOf, plan.taxYear);
  const owed = balance - onTheWay;
  const ahead = aheadIn(plan);
  const due = ahead.findLast(({ on }) => on <= clock.today());
  if (due) {
    if (owed <= 0) return; // what is on its way pays the rest, unless it comes back
    await plans.begin(due.id, clock.now());
    await draw(tx, plan, due, owed, clock.now());
  }
  // every installment was drawn, at least one came back, and something is owed: there is nothing more that it could do
  if (ahead.length === 0 && onTheWay === 0) await plans.finish(id, 'ended');
}

async function draw(
  tx: Kysely<RevenueTables>,
  plan: StoredPlan,
  { id, on, amount, interest, fee }: AgreedInstallment,
  owed: Cents,
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
