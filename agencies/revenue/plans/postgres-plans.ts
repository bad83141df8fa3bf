import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Day } from '../amounts-and-dates/day.ts';
import type { PaymentPlanTable, RevenueTables } from '../database/tables.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { type AgreedInstallment, type PaymentPlan, planStates } from './payment-plan.ts';

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
  /** Running plans with an installment ahead (`aheadIn`) that is due, or with none. */
  waiting(today: Day): Promise<readonly string[]>;
  begin(installment: string, now: Date): Promise<void>;
  /** A payment came back: the plan that paid this year off has not, and goes on or ends by what is left of it. */
  reopen(accountOf: CustomerFileNumber, taxYear: number): Promise<string | undefined>;
}

const kinds = z.enum(['short-term', 'long-term']);

export function postgresPlans(db: Kysely<RevenueTables>): PlanStore {
  const whole = (row: Selectable<PaymentPlanTable>) => wholePlan(db, row);

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
        .insertInto('plan_installments')
        .values(
          plan.installments.map((one) => ({
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

    async waiting(today) {
      const rows = await db
        .selectFrom('payment_plans')
        .select('id')
        .where('state', '=', 'running')
        .where(({ or, exists, not, selectFrom }) => {
          const ahead = selectFrom('plan_installments')
            .select('plan_installments.id')
            .whereRef('plan', '=', 'payment_plans.id')
            .where((one) => {
              const begun = one
                .selectFrom('plan_installments as begun')
                .select('begun.id')
                .whereRef('begun.plan', '=', 'plan_installments.plan')
                .whereRef('begun.due_on', '>=', 'plan_installments.due_on')
                .where('begun.begun_at', 'is not', null);
              return one.not(one.exists(begun));
            });
          return or([exists(ahead.where('due_on', '<=', today)), not(exists(ahead))]);
        })
        .execute();
      return rows.map(({ id }) => id);
    },

    async begin(installment, now) {
      await db
        .updateTable('plan_installments')
        .set({ begun_at: now })
        .where('id', '=', installment)
        .execute();
    },

    async reopen(accountOf, taxYear) {
      const ofYear = db
        .selectFrom('payment_plans')
        .where('account_file_number', '=', accountOf)
        .where('tax_year', '=', taxYear);
      const latest = ofYear
        .where('state', '=', 'paid-off')
        .orderBy('agreed_on', 'desc')
        .limit(1)
        .select('id');
      const running = ofYear.where('state', '=', 'running').select('id');
      const reopened = await db
        .updateTable('payment_plans')
        .set({ state: 'running' })
        .where('id', 'in', latest)
        .where(({ not, exists }) => not(exists(running)))
        .returning('id')
        .executeTakeFirst();
      return reopened?.id;
    },
  };
}

/** A row with its installments. */
async function wholePlan(db: Kysely<RevenueTables>, row: Selectable<PaymentPlanTable>): Promise<StoredPlan> {
  const rows = await db
    .selectFrom('plan_installments')
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
    installments: rows.map(
      (one): AgreedInstallment => ({
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
