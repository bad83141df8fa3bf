import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import { type ReturnedDebit, returnReasons } from '../bank/index.ts';
import type { PaymentTable, RevenueTables } from '../database/tables.ts';
import type { TransactionCode } from '../records/accounts/account.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { type Payment, type PaymentKind, type PaymentState, paymentKinds, paymentStates } from './payment.ts';

/** A payment with what its posting needs. */
export interface StoredPayment extends Payment {
  readonly person: CustomerFileNumber;
  /** The person whose tax account it is for. */
  readonly accountOf: CustomerFileNumber;
}

export interface PaymentStore {
  of(person: CustomerFileNumber): Promise<readonly StoredPayment[]>;
  get(person: CustomerFileNumber, id: string): Promise<StoredPayment | undefined>;
  /** Cents that were promised to a year's account and not drawn yet, by whoever pays for it. */
  onTheWay(accountOf: CustomerFileNumber, taxYear: number): Promise<Cents>;
  byReference(id: string): Promise<StoredPayment | undefined>;
  /** The payment that this form made when it was pressed before. */
  madeBy(person: CustomerFileNumber, formKey: string): Promise<StoredPayment | undefined>;
  add(payment: StoredPayment, formKey: string): Promise<StoredPayment>;
  /** Moves it on if it is where it is thought to be; false when somebody else was first. */
  move(id: string, from: PaymentState, to: PaymentState): Promise<boolean>;
  /** Posts it to the account under the code of its kind; the second time is nothing. */
  post(payment: StoredPayment, on: Day): Promise<void>;
  /** Posts that the bank returned it, under the code that reverses the first. */
  takeBack(payment: StoredPayment, on: Day): Promise<void>;
  /** What a plan's installment adds to the account on its day; the second time is nothing. */
  charge(payment: StoredPayment, code: '196' | '360', amount: Cents, on: Day): Promise<void>;
  noteReturn(id: string, why: Pick<ReturnedDebit, 'reason' | 'on'>): Promise<void>;
  /** Ids of what is to be drawn by `today`, and of what was asked for and not answered. */
  due(today: Day, most: number): Promise<readonly string[]>;
  returnsReadTo(): Promise<number>;
  /** Goes on from here; false when another process read further. */
  readReturnsTo(from: number, to: number): Promise<boolean>;
}

/** Estimated tax has codes of its own, so that a transcript tells it from a payment of what was owed. */
const postedAs = (
  kind: PaymentKind,
): { readonly paid: TransactionCode; readonly returned: TransactionCode } =>
  kind === 'estimated' ? { paid: '660', returned: '661' } : { paid: '670', returned: '671' };

const toPayment = (row: Selectable<PaymentTable>): StoredPayment => ({
  id: row.id,
  person: row.customer_file_number,
  accountOf: row.account_file_number,
  taxYear: row.tax_year,
  kind: z.enum(paymentKinds).parse(row.kind),
  amount: row.amount_cents,
  payOn: row.pay_on,
  bankAccount: row.bank_account,
  state: z.enum(paymentStates).parse(row.state),
  madeAt: row.made_at,
  ...(row.return_reason !== null &&
    row.returned_on !== null && {
      returned: { reason: z.enum(returnReasons).parse(row.return_reason), on: row.returned_on },
    }),
});

/** On the database, or inside a transaction of it. */
export function postgresPayments(db: Kysely<RevenueTables>): PaymentStore {
  const byReference = async (id: string): Promise<StoredPayment | undefined> => {
    if (!z.uuid().safeParse(id).success) return undefined;
    const row = await db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toPayment(row);
  };

  async function entry(
    { id, accountOf, taxYear }: StoredPayment,
    code: TransactionCode,
    amount: Cents,
    on: Day,
  ): Promise<void> {
    await db
      .insertInto('account_transactions')
      .values({
        customer_file_number: accountOf,
        tax_year: taxYear,
        code,
        posted_on: on,
        amount_cents: amount,
        payment: id,
      })
      .onConflict((conflict) => conflict.columns(['payment', 'code']).doNothing())
      .execute();
  }

  return {
    byReference,

    async of(person) {
      const rows = await db
        .selectFrom('payments')
        .selectAll()
        .where('customer_file_number', '=', person)
        .orderBy('pay_on', 'desc')
        .orderBy('made_at', 'desc')
        .execute();
      return rows.map(toPayment);
    },

    async get(person, id) {
      const payment = await byReference(id);
      return payment?.person === person ? payment : undefined;
    },

    async onTheWay(accountOf, taxYear) {
      const { cents } = await db
        .selectFrom('payments')
        .select(({ fn }) => fn.coalesce(fn.sum<string>('amount_cents'), sql<string>`0`).as('cents'))
        .where('account_file_number', '=', accountOf)
        .where('tax_year', '=', taxYear)
        .where('state', 'in', ['scheduled', 'sending'])
        .executeTakeFirstOrThrow();
      return Number(cents);
    },

    async madeBy(person, formKey) {
      const row = await db
        .selectFrom('payments')
        .selectAll()
        .where('customer_file_number', '=', person)
        .where('form_key', '=', formKey)
        .executeTakeFirst();
      return row && toPayment(row);
    },

    async add(payment, formKey) {
      await db
        .insertInto('payments')
        .values({
          id: payment.id,
          customer_file_number: payment.person,
          form_key: formKey,
          account_file_number: payment.accountOf,
          tax_year: payment.taxYear,
          kind: payment.kind,
          amount_cents: payment.amount,
          pay_on: payment.payOn,
          bank_account: payment.bankAccount,
          state: payment.state,
          made_at: payment.madeAt,
        })
        .execute();
      return payment;
    },

    async move(id, from, to) {
      const { numUpdatedRows } = await db
        .updateTable('payments')
        .set({ state: to })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    post: (payment, on) => entry(payment, postedAs(payment.kind).paid, -payment.amount, on),

    takeBack: (payment, on) => entry(payment, postedAs(payment.kind).returned, payment.amount, on),

    charge: entry,

    async noteReturn(id, { reason, on }) {
      await db
        .updateTable('payments')
        .set({ return_reason: reason, returned_on: on })
        .where('id', '=', id)
        .execute();
    },

    async due(today, most) {
      const rows = await db
        .selectFrom('payments')
        .select('id')
        .where('state', 'in', ['scheduled', 'sending'])
        .where('pay_on', '<=', today)
        .orderBy('state') // scheduled before sending: those to whom a bank is silent hold up nobody new
        .orderBy('pay_on')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },

    async returnsReadTo() {
      const { position } = await db
        .selectFrom('bank_returns_read')
        .select('position')
        .executeTakeFirstOrThrow();
      return position;
    },

    async readReturnsTo(from, to) {
      const { numUpdatedRows } = await db
        .updateTable('bank_returns_read')
        .set({ position: to })
        .where('position', '=', from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
