import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type {
  AccountTransactionTable,
  RefundTable,
  RevenueTables,
  TaxReturnTable,
} from '../database/tables.ts';
import type { CustomerFileNumber } from '../records/taxpayer.ts';
import {
  type AccountTransaction,
  filingStatuses,
  type Refund,
  type TaxReturn,
  type TaxYearAccount,
  transactionCodes,
} from './account.ts';

export interface Accounts {
  /** Every year on file, the latest first. */
  all(customerFileNumber: CustomerFileNumber): Promise<readonly TaxYearAccount[]>;
  year(customerFileNumber: CustomerFileNumber, taxYear: number): Promise<TaxYearAccount | undefined>;
  add(customerFileNumber: CustomerFileNumber, account: TaxYearAccount): Promise<void>;
}

const toReturn = (row: Selectable<TaxReturnTable>): TaxReturn => ({
  taxYear: row.tax_year,
  form: row.form,
  filingStatus: z.enum(filingStatuses).parse(row.filing_status),
  filedBy: z.enum(['electronic', 'paper']).parse(row.filed_by),
  receivedOn: row.received_on,
  adjustedGrossIncome: row.adjusted_gross_income_cents,
  taxableIncome: row.taxable_income_cents,
  tax: row.tax_cents,
});

const toTransaction = (row: Selectable<AccountTransactionTable>): AccountTransaction => ({
  code: z.enum(transactionCodes).parse(row.code),
  postedOn: row.posted_on,
  amount: row.amount_cents,
});

const toRefund = (row: Selectable<RefundTable>): Refund => ({
  amount: row.amount_cents,
  approvedOn: row.approved_on ?? undefined,
  sentOn: row.sent_on ?? undefined,
  accountLastFour: row.account_last_four ?? undefined,
});

export function postgresAccounts(db: Kysely<RevenueTables>): Accounts {
  const all = async (customerFileNumber: CustomerFileNumber): Promise<readonly TaxYearAccount[]> => {
    const [returns, transactions, refunds] = await Promise.all([
      db
        .selectFrom('tax_returns')
        .selectAll()
        .where('customer_file_number', '=', customerFileNumber)
        .orderBy('tax_year', 'desc')
        .execute(),
      db
        .selectFrom('account_transactions')
        .selectAll()
        .where('customer_file_number', '=', customerFileNumber)
        .orderBy('posted_on')
        .orderBy('id')
        .execute(),
      db.selectFrom('refunds').selectAll().where('customer_file_number', '=', customerFileNumber).execute(),
    ]);
    return returns.map((row) => {
      const refund = refunds.find(({ tax_year }) => tax_year === row.tax_year);
      return {
        taxReturn: toReturn(row),
        transactions: transactions.filter(({ tax_year }) => tax_year === row.tax_year).map(toTransaction),
        refund: refund === undefined ? undefined : toRefund(refund),
      };
    });
  };

  return {
    all,

    async year(customerFileNumber, taxYear) {
      return (await all(customerFileNumber)).find(({ taxReturn }) => taxReturn.taxYear === taxYear);
    },

    async add(customerFileNumber, { taxReturn, transactions, refund }) {
      const key = { customer_file_number: customerFileNumber, tax_year: taxReturn.taxYear };
      await db
        .insertInto('tax_returns')
        .values({
          ...key,
          form: taxReturn.form,
          filing_status: taxReturn.filingStatus,
          filed_by: taxReturn.filedBy,
          received_on: taxReturn.receivedOn,
          adjusted_gross_income_cents: taxReturn.adjustedGrossIncome,
          taxable_income_cents: taxReturn.taxableIncome,
          tax_cents: taxReturn.tax,
        })
        .execute();
      await db
        .insertInto('account_transactions')
        .values(
          transactions.map(({ code, postedOn, amount }) => ({
            ...key,
            code,
            posted_on: postedOn,
            amount_cents: amount,
          })),
        )
        .execute();
      if (refund === undefined) return;
      await db
        .insertInto('refunds')
        .values({
          ...key,
          amount_cents: refund.amount,
          approved_on: refund.approvedOn ?? null,
          sent_on: refund.sentOn ?? null,
          account_last_four: refund.accountLastFour ?? null,
        })
        .execute();
    },
  };
}
