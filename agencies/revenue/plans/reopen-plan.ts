import type { Kysely } from 'kysely';
import type { Day } from '../amounts-and-dates/day.ts';
import type { RevenueTables } from '../database/tables.ts';
import type { StoredPayment } from '../payments/index.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { aheadIn } from './payment-plan.ts';
import { postgresPlans } from './postgres-plans.ts';

/**
 * A payment came back, so the plan that was paid off with it is not. The person who agreed to the plan gets a notice
 * if more of it will be drawn, whoever's payment it was. With the file locked, in the transaction that takes the payment
 * back.
 */
export async function reopenPlan(
  tx: Kysely<RevenueTables>,
  { id: payment, accountOf, taxYear }: StoredPayment,
  on: Day,
): Promise<void> {
  const plans = postgresPlans(tx);
  const id = await plans.reopen(accountOf, taxYear);
  const plan = id === undefined ? undefined : await plans.get(id);
  if (!plan || aheadIn(plan).length === 0) return;
  await postgresLetters(tx).add(plan.person, [
    { id: `goes-on-${payment}`, kind: 'plan-goes-on', taxYear, sentOn: on },
  ]);
}
