import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { err, ok, type Result } from '@signet/relying-party';
import type { Kysely } from 'kysely';
import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import { postgresBankAccounts } from '../bank-accounts/index.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresPayments } from '../payments/index.ts';
import { balanceOf } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import type { PaymentPlan } from './payment-plan.ts';
import { limitsOn, type PlanLimits, planLimits } from './plan-limits.ts';
import { postgresPlans } from './postgres-plans.ts';
import { type Plan, type PlanRefusal, proposeLongTerm, proposeShortTerm } from './propose-plan.ts';

export type PlanWish =
  | { readonly kind: 'short-term'; readonly taxYear: number; readonly payOn: Day }
  | { readonly kind: 'long-term'; readonly taxYear: number; readonly first: Day; readonly monthly: Cents };

export type NoPlan =
  | PlanRefusal
  | { readonly code: 'no-such-bank-account' }
  /** One runs for that year. */
  | { readonly code: 'runs-already' };

export interface Plans {
  of(person: CustomerFileNumber): Promise<readonly PaymentPlan[]>;
  get(person: CustomerFileNumber, id: string): Promise<PaymentPlan | undefined>;
  /** The arithmetic, before anything is agreed. */
  propose(person: CustomerFileNumber, wish: PlanWish): Promise<Result<Plan, NoPlan>>;
  /** The same form pressed twice is one plan. */
  agree(
    person: CustomerFileNumber,
    wish: PlanWish,
    from: { readonly bankAccount: string; readonly formKey: string },
  ): Promise<Result<PaymentPlan, NoPlan>>;
  /** No further installment is drawn; what is owed stays owed. */
  end(person: CustomerFileNumber, id: string): Promise<boolean>;
}

interface Needs {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly clock: Clock;
  readonly limits?: readonly PlanLimits[];
}

export function createPlans({ db, keys, clock, limits = planLimits }: Needs): Plans {
  const store = postgresPlans(db);

  async function proposed(
    tx: Kysely<RevenueTables>,
    person: CustomerFileNumber,
    wish: PlanWish,
  ): Promise<Result<{ readonly plan: Plan; readonly accountOf: CustomerFileNumber }, NoPlan>> {
    const account = await postgresAccounts(tx, keys).year(person, wish.taxYear);
    if (!account) return err({ code: 'nothing-owed' });
    const accountOf = account.taxReturn.filer;
    const onTheWay = await postgresPayments(tx).onTheWay(accountOf, wish.taxYear);
    const owed = balanceOf(account.transactions) - onTheWay;
    const today = clock.today();
    const inForce = limitsOn(today, limits);
    const plan =
      wish.kind === 'short-term'
        ? proposeShortTerm(owed, { today, payOn: wish.payOn }, inForce)
        : proposeLongTerm(owed, { today, first: wish.first, monthly: wish.monthly }, inForce);
    return plan.ok ? ok({ plan: plan.value, accountOf }) : plan;
  }

  return {
    of: (person) => store.of(person),

    async get(person, id) {
      const plan = await store.get(id);
      return plan && (plan.person === person || plan.accountOf === person) ? plan : undefined;
    },

    async propose(person, wish) {
      const result = await proposed(db, person, wish);
      return result.ok ? ok(result.value.plan) : result;
    },

    async agree(person, wish, { bankAccount, formKey }) {
      const inUse = await postgresBankAccounts(db, keys).of(person);
      if (!inUse.some(({ id }) => id === bankAccount)) return err({ code: 'no-such-bank-account' });
      return db.transaction().execute(async (tx): Promise<Result<PaymentPlan, NoPlan>> => {
        await lockTaxpayer(tx, person);
        const before = await postgresPlans(tx).madeBy(person, formKey);
        if (before) return ok(before);
        const account = await postgresAccounts(tx, keys).year(person, wish.taxYear);
        // what the other of a couple pays at this moment is counted first; locked in the order in which payments lock
        if (account) await lockTaxpayer(tx, account.taxReturn.filer);
        const result = await proposed(tx, person, wish);
        if (!result.ok) return result;
        const { plan, accountOf } = result.value;
        const today = clock.today();
        const agreed = {
          id: randomUUID(),
          person,
          accountOf,
          taxYear: wish.taxYear,
          kind: plan.kind,
          bankAccount,
          agreedOn: today,
          state: 'running',
          installments: plan.installments.map(({ on, amount, interest, fee }) => ({
            id: randomUUID(),
            on,
            amount,
            interest,
            fee,
            begun: false,
          })),
        } as const;
        if (!(await postgresPlans(tx).add(agreed, formKey))) return err({ code: 'runs-already' });
        const about = { taxYear: wish.taxYear, amount: plan.total, sentOn: today };
        await postgresLetters(tx).add(person, [{ id: `plan-${agreed.id}`, kind: 'plan-agreed', ...about }]);
        return ok(agreed);
      });
    },

    async end(person, id) {
      const plan = await store.get(id);
      if (plan?.person !== person) return false;
      return db.transaction().execute(async (tx) => {
        await lockTaxpayer(tx, plan.accountOf); // a draw that is being begun is begun before the answer, and none after it
        return postgresPlans(tx).finish(id, 'ended');
      });
    },
  };
}
