import { openRecord, sealRecord } from '@signet/agencies-ui/records';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type {
  AccountTransactionTable,
  RefundTable,
  RevenueTables,
  TaxReturnTable,
} from '../../database/tables.ts';
import { filingStatuses, type ReturnLines, returnLines } from '../returns/return-lines.ts';
import type { TaxReturn } from '../returns/tax-return.ts';
import type { RecordKeys } from '../taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../taxpayers/taxpayer.ts';
import {
  type AccountTransaction,
  offsetDebts,
  type Refund,
  type TaxYearAccount,
  transactionCodes,
  type UnfiledYear,
} from './account.ts';

export interface Accounts {
  /** Every year on file, the latest first; joint years for both. */
  all(customerFileNumber: CustomerFileNumber): Promise<readonly TaxYearAccount[]>;
  year(customerFileNumber: CustomerFileNumber, taxYear: number): Promise<TaxYearAccount | undefined>;
  /** Years of theirs with postings and without a return, the latest first. */
  unfiled(customerFileNumber: CustomerFileNumber): Promise<readonly UnfiledYear[]>;
  add(account: TaxYearAccount): Promise<void>;
}

const dependents = z.array(
  z.object({
    givenName: z.string(),
    familyName: z.string(),
    ssnLastFour: z.string(),
    relation: z.enum(['child', 'parent']),
  }),
);

const lines = z.record(z.enum(returnLines), z.int()) satisfies z.ZodType<ReturnLines>;

const toTransaction = (row: Selectable<AccountTransactionTable>): AccountTransaction => ({
  code: z.enum(transactionCodes).parse(row.code),
  postedOn: row.posted_on,
  amount: row.amount_cents,
});

async function findUnfiled(
  db: Kysely<RevenueTables>,
  person: CustomerFileNumber,
): Promise<readonly UnfiledYear[]> {
  const rows = await db
    .selectFrom('account_transactions as posted')
    .selectAll('posted')
    .where('posted.customer_file_number', '=', person)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tax_returns as filed')
            .select('filed.tax_year')
            .whereRef('filed.tax_year', '=', 'posted.tax_year')
            .where(({ or, eb }) =>
              or([
                eb('filed.customer_file_number', '=', person),
                eb('filed.spouse_file_number', '=', person),
              ]),
            ),
        ),
      ),
    )
    .orderBy('posted.posted_on')
    .orderBy('posted.id')
    .execute();
  const byYear = Map.groupBy(rows, (row) => row.tax_year);
  return [...byYear]
    .map(([taxYear, ofYear]) => ({ taxYear, transactions: ofYear.map(toTransaction) }))
    .toSorted((a, b) => b.taxYear - a.taxYear);
}

const toRefund = (row: Selectable<RefundTable>): Refund => ({
  amount: row.amount_cents,
  approvedOn: row.approved_on ?? undefined,
  sentOn: row.sent_on ?? undefined,
  accountLastFour: row.account_last_four ?? undefined,
  ...(row.offset_cents !== null && {
    offset: { amount: row.offset_cents, debt: z.enum(offsetDebts).parse(row.offset_debt) },
  }),
});

const rowOf = (filer: CustomerFileNumber, taxYear: number): string => `return:${filer}:${taxYear}`;

export function postgresAccounts(db: Kysely<RevenueTables>, keys: RecordKeys): Accounts {
  async function toReturn(row: Selectable<TaxReturnTable>): Promise<TaxReturn> {
    const { customer_file_number: filer, tax_year: taxYear, spouse_file_number: spouse } = row;
    return {
      taxYear,
      form: row.form,
      filingStatus: z.enum(filingStatuses).parse(row.filing_status),
      filedBy: z.enum(['electronic', 'paper']).parse(row.filed_by),
      receivedOn: row.received_on,
      lines: lines.parse(row.lines),
      filer,
      ...(spouse !== null && { spouse }),
      dependents: row.dependents
        ? await openRecord(keys, rowOf(filer, taxYear), row.dependents, dependents)
        : [],
    };
  }

  /** The filer and the year decide; a spouse is found by the return, since the account is the filer's. */
  async function find(person: CustomerFileNumber, taxYear?: number): Promise<readonly TaxYearAccount[]> {
    const returns = await db
      .selectFrom('tax_returns')
      .selectAll()
      .where((either) =>
        either.or([either('customer_file_number', '=', person), either('spouse_file_number', '=', person)]),
      )
      .$if(taxYear !== undefined, (query) => query.where('tax_year', '=', taxYear ?? 0))
      .orderBy('tax_year', 'desc')
      .execute();
    if (returns.length === 0) return [];
    const filers = [...new Set(returns.map((row) => row.customer_file_number))];
    const years = returns.map((row) => row.tax_year);
    const [transactions, refunds] = await Promise.all([
      db
        .selectFrom('account_transactions')
        .selectAll()
        .where('customer_file_number', 'in', filers)
        .where('tax_year', 'in', years)
        .orderBy('posted_on')
        .orderBy('id')
        .execute(),
      db
        .selectFrom('refunds')
        .selectAll()
        .where('customer_file_number', 'in', filers)
        .where('tax_year', 'in', years)
        .execute(),
    ]);
    return Promise.all(
      returns.map(async (row) => {
        const ofYear = (other: { readonly customer_file_number: string; readonly tax_year: number }) =>
          other.customer_file_number === row.customer_file_number && other.tax_year === row.tax_year;
        const refund = refunds.find(ofYear);
        return {
          taxReturn: await toReturn(row),
          transactions: transactions.filter(ofYear).map(toTransaction),
          refund: refund && toRefund(refund),
        };
      }),
    );
  }

  return {
    all: (person) => find(person),

    year: async (person, taxYear) => (await find(person, taxYear))[0],

    unfiled: (person) => findUnfiled(db, person),

    async add({ taxReturn, transactions, refund }) {
      const { filer, taxYear } = taxReturn;
      const key = { customer_file_number: filer, tax_year: taxYear };
      await db
        .insertInto('tax_returns')
        .values({
          ...key,
          form: taxReturn.form,
          filing_status: taxReturn.filingStatus,
          filed_by: taxReturn.filedBy,
          received_on: taxReturn.receivedOn,
          lines: JSON.stringify(taxReturn.lines),
          spouse_file_number: taxReturn.spouse ?? null,
          dependents:
            taxReturn.dependents.length > 0
              ? await sealRecord(keys, rowOf(filer, taxYear), taxReturn.dependents)
              : null,
        })
        .execute();
      if (transactions.length > 0) {
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
      }
      if (refund !== undefined) await addRefund(db, key, refund);
    },
  };
}

async function addRefund(
  db: Kysely<RevenueTables>,
  key: { readonly customer_file_number: CustomerFileNumber; readonly tax_year: number },
  refund: NonNullable<TaxYearAccount['refund']>,
): Promise<void> {
  await db
    .insertInto('refunds')
    .values({
      ...key,
      amount_cents: refund.amount,
      approved_on: refund.approvedOn ?? null,
      sent_on: refund.sentOn ?? null,
      account_last_four: refund.accountLastFour ?? null,
      offset_cents: refund.offset?.amount ?? null,
      offset_debt: refund.offset?.debt ?? null,
    })
    .execute();
}
