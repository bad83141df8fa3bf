import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { PaymentPlanTable, RevenueTables } from '../database/tables.ts';
import type { CustomerFileNumber } from '../records/taxpayer.ts';
import type { Day } from '../values/day.ts';
import { type AgreedInstalment, type PaymentPlan, planStates } from './payment-plan.ts';

/** A plan with whose account it pays. */
export interface StoredPlan extends PaymentPlan {
  readonly accountOf: CustomerFileNumber;
}

export interface PlanStore {
  of(person: CustomerFileNumber): Promise<readonly StoredPlan[]>;
  get(id: string): Promise<StoredPlan | undefined>;
  madeBy(person: CustomerFileNumber, formKey: string): Promise<StoredPlan | undefined>;
  /** False when a plan runs for that year already. */
  add(plan: StoredPlan, formKey: string): Promise<boolean>;
  finish(id: string, as: 'ended' | 'paid-off'): Promise<boolean>;
  /** Plans with an instalment that is due and not begun. */
  due(today: Day, most: number): Promise<readonly string[]>;
  /** False when another process began it. */
  begin(instalment: string, now: Date): Promise<boolean>;
}

const kinds = z.enum(['short-term', 'long-term']);

export function postgresPlans(db: Kysely<RevenueTables>): PlanStore {
  async function whole(row: Selectable<PaymentPlanTable>): Promise<StoredPlan> {
    const rows = await db
      .selectFrom('plan_instalments')
      .selectAll()
      .where('plan', '=', row.id)
      .orderBy('due_on')
      .execute();
    return {
      id: row.id,
      person: row.customer_file_number,
      accountOf: row.account_file_number,
      taxYear: row.tax_year,
      kind: kinds.parse(row.kind),
      bankAccount: row.bank_account,
      agreedOn: row.agreed_on,
      state: z.enum(planStates).parse(row.state),
      instalments: rows.map(
        (one): AgreedInstalment => ({
          id: one.id,
          on: one.due_on,
          amount: one.amount_cents,
          interest: one.interest_cents,
          fee: one.fee_cents,
          begun: one.begun_at !== null,
        }),
      ),
    };
  }

  return {
    async of(person) {
      const rows = await db
        .selectFrom('payment_plans')
        .selectAll()
        .where((either) =>
          either.or([
            either('customer_file_number', '=', person),
            either('account_file_number', '=', person),
          ]),
        )
        .orderBy('agreed_on', 'desc')
        .execute();
      return Promise.all(rows.map(whole));
    },

    async get(id) {
      if (!z.uuid().safeParse(id).success) return undefined;
      const row = await db.selectFrom('payment_plans').selectAll().where('id', '=', id).executeTakeFirst();
      return row && whole(row);
    },

    async madeBy(person, formKey) {
      const row = await db
        .selectFrom('payment_plans')
        .selectAll()
        .where('customer_file_number', '=', person)
        .where('form_key', '=', formKey)
        .executeTakeFirst();
      return row && whole(row);
    },

    async add(plan, formKey) {
      const added = await db
        .insertInto('payment_plans')
        .values({
          id: plan.id,
          customer_file_number: plan.person,
          form_key: formKey,
          account_file_number: plan.accountOf,
          tax_year: plan.taxYear,
          kind: plan.kind,
          bank_account: plan.bankAccount,
          agreed_on: plan.agreedOn,
          state: plan.state,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 1n) return false;
      await db
        .insertInto('plan_instalments')
        .values(
          plan.instalments.map((one) => ({
            plan: plan.id,
            id: one.id,
            due_on: one.on,
            amount_cents: one.amount,
            interest_cents: one.interest,
            fee_cents: one.fee,
          })),
        )
        .execute();
      return true;
    },

    async finish(id, as) {
      const { numUpdatedRows } = await db
        .updateTable('payment_plans')
        .set({ state: as })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async due(today, most) {
      const rows = await db
        .selectFrom('plan_instalments')
        .innerJoin('payment_plans', 'payment_plans.id', 'plan_instalments.plan')
        .select('plan_instalments.plan')
        .distinct()
        .where('payment_plans.state', '=', 'running')
        .where('plan_instalments.begun_at', 'is', null)
        .where('plan_instalments.due_on', '<=', today)
        .limit(most)
        .execute();
      return rows.map(({ plan }) => plan);
    },

    async begin(instalment, now) {
      const { numUpdatedRows } = await db
        .updateTable('plan_instalments')
        .set({ begun_at: now })
        .where('id', '=', instalment)
        .where('begun_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
