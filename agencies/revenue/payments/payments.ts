import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { err, ok, type Result } from '@signet/relying-party';
import type { Kysely } from 'kysely';
import type { Cents } from '../amounts-and-dates/cents.ts';
import { addDays, type Day } from '../amounts-and-dates/day.ts';
import { postgresBankAccounts } from '../bank-accounts/index.ts';
import type { RevenueTables } from '../database/tables.ts';
import { balanceOf, isProcessed } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { owedBalances } from './owed-balances.ts';
import { amountAtMost, canCancel, daysAheadAtMost, type Payment, type PaymentKind } from './payment.ts';
import { type PaymentStore, postgresPayments, type StoredPayment } from './postgres-payments.ts';
import { type Payable, whatCanBePaid } from './what-can-be-paid.ts';

export interface PaymentOrder {
  readonly taxYear: number;
  readonly kind: PaymentKind;
  readonly amount: Cents;
  readonly payOn: Day;
  readonly bankAccount: string;
  /** Made with the form, sent with every press of its button. */
  readonly formKey: string;
}

export type PaymentRefusal =
  | { readonly code: 'amount-out-of-range'; readonly most: Cents }
  /** What is owed for that year, less what is on its way. */
  | { readonly code: 'more-than-owed'; readonly owed: Cents }
  | { readonly code: 'day-out-of-range'; readonly from: Day; readonly to: Day }
  | { readonly code: 'no-such-year' }
  | { readonly code: 'no-such-bank-account' };

export interface Payments {
  /** What the person can pay today, in the order of the form. */
  payable(person: CustomerFileNumber): Promise<readonly Payable[]>;
  /** The latest first. */
  of(person: CustomerFileNumber): Promise<readonly Payment[]>;
  get(person: CustomerFileNumber, id: string): Promise<Payment | undefined>;
  /** What is owed for a year and not on its way yet, in cents. */
  stillOwed(person: CustomerFileNumber, taxYear: number): Promise<Cents>;
  /** Why `schedule` would not take this now; undefined: it would. */
  wouldRefuse(person: CustomerFileNumber, order: PaymentOrder): Promise<PaymentRefusal | undefined>;
  /** The same form pressed twice is one payment, and the same answer. */
  schedule(person: CustomerFileNumber, order: PaymentOrder): Promise<Result<Payment, PaymentRefusal>>;
  /** `too-late`: past the cut-off, or sent. Canceled twice is canceled. */
  cancel(person: CustomerFileNumber, id: string): Promise<Result<Payment, 'no-such-payment' | 'too-late'>>;
}

export interface PaymentsNeeds {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly clock: Clock;
}

/** What a person does with payments. What becomes of them at the bank is in `draw-payments.ts`. */
export function createPayments({ db, keys, clock }: PaymentsNeeds): Payments {
  const store = postgresPayments(db);

  async function owed(
    tx: Kysely<RevenueTables>,
    person: CustomerFileNumber,
    taxYear: number,
  ): Promise<{ readonly accountOf: CustomerFileNumber; readonly cents: Cents } | undefined> {
    const account = await postgresAccounts(tx, keys).year(person, taxYear);
    if (!account) return undefined;
    const accountOf = account.taxReturn.filer;
    const onTheWay = await postgresPayments(tx).onTheWay(accountOf, taxYear);
    return { accountOf, cents: Math.max(0, balanceOf(account.transactions) - onTheWay) };
  }

  /** The person whose account it is for. On a joint one both may pay at the same moment: one counts after the other. */
  async function accountFor(
    tx: Kysely<RevenueTables>,
    person: CustomerFileNumber,
    { taxYear, kind, amount }: PaymentOrder,
  ): Promise<Result<CustomerFileNumber, PaymentRefusal>> {
    if (kind === 'estimated') return ok(person); // there is no return yet, so nobody knows yet whether it will be a joint one
    const account = await postgresAccounts(tx, keys).year(person, taxYear);
    if (!account) return kind === 'balance' ? err({ code: 'no-such-year' }) : ok(person);
    await lockTaxpayer(tx, account.taxReturn.filer);
    const { cents = 0 } = (await owed(tx, person, taxYear)) ?? {};
    return kind === 'balance' && amount > cents
      ? err({ code: 'more-than-owed', owed: cents })
      : ok(account.taxReturn.filer);
  }

  async function add(
    tx: Kysely<RevenueTables>,
    person: CustomerFileNumber,
    order: PaymentOrder,
  ): Promise<Result<StoredPayment, PaymentRefusal>> {
    const payments: PaymentStore = postgresPayments(tx);
    await lockTaxpayer(tx, person);
    const before = await payments.madeBy(person, order.formKey);
    if (before) return ok(before);
    const accountOf = await accountFor(tx, person, order);
    if (!accountOf.ok) return accountOf;
    const { taxYear, kind, amount, payOn, bankAccount, formKey } = order;
    const made = {
      id: randomUUID(),
      person,
      accountOf: accountOf.value,
      state: 'scheduled',
      madeAt: clock.now(),
    } as const;
    return ok(await payments.add({ ...made, taxYear, kind, amount, payOn, bankAccount }, formKey));
  }

  async function payable(person: CustomerFileNumber): Promise<readonly Payable[]> {
    const accounts = postgresAccounts(db, keys);
    const [balances, years] = await Promise.all([
      owedBalances(accounts, store)(person),
      accounts.all(person),
    ]);
    const returns = years.map((one) => ({ taxYear: one.taxReturn.taxYear, processed: isProcessed(one) }));
    return whatCanBePaid({ today: clock.today(), balances, returns });
  }

  /** What can be judged before the file is locked. */
  async function unfit(
    person: CustomerFileNumber,
    { kind, taxYear, amount, payOn, bankAccount }: PaymentOrder,
  ): Promise<PaymentRefusal | undefined> {
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > amountAtMost) {
      return { code: 'amount-out-of-range', most: amountAtMost };
    }
    const from = clock.today();
    const chosen = (await payable(person)).find((one) => one.kind === kind && one.taxYear === taxYear);
    // of a balance that is no more the account says why, with the file locked
    if (!chosen && kind !== 'balance') return { code: 'no-such-year' };
    const to = chosen?.until ?? addDays(from, daysAheadAtMost);
    if (payOn < from || payOn > to) return { code: 'day-out-of-range', from, to };
    const inUse = await postgresBankAccounts(db, keys).of(person);
    return inUse.some(({ id }) => id === bankAccount) ? undefined : { code: 'no-such-bank-account' };
  }

  return {
    payable,
    of: (person) => store.of(person),
    get: (person, id) => store.get(person, id),
    stillOwed: async (person, taxYear) => (await owed(db, person, taxYear))?.cents ?? 0,

    async wouldRefuse(person, order) {
      const refusal = await unfit(person, order);
      if (refusal) return refusal;
      const accountOf = await db.transaction().execute((tx) => accountFor(tx, person, order));
      return accountOf.ok ? undefined : accountOf.error;
    },

    async schedule(person, order) {
      // a form that was taken before gets its payment again, whatever is owed by now
      const before = await store.madeBy(person, order.formKey);
      if (before) return ok(before);
      const refusal = await unfit(person, order);
      return refusal ? err(refusal) : db.transaction().execute((tx) => add(tx, person, order));
    },

    async cancel(person, id) {
      const payment = await store.get(person, id);
      if (!payment) return err('no-such-payment');
      if (payment.state === 'canceled') return ok(payment);
      if (!canCancel(payment, clock.today())) return err('too-late');
      // Of this and the draw that may begin at this very moment, one finds it scheduled.
      const moved = await store.move(id, 'scheduled', 'canceled');
      return moved ? ok({ ...payment, state: 'canceled' }) : err('too-late');
    },
  };
}
