import type { ColumnType, Generated } from 'kysely';

type ReadOnly<T> = ColumnType<T, T, never>;

export interface TaxpayerTable {
  readonly customer_file_number: ReadOnly<string>;
  readonly ssn_index: ReadOnly<Buffer>;
  /** Names, birth date, address and last four of the SSN, encrypted. */
  readonly sealed: string;
}

export interface TaxReturnTable {
  readonly customer_file_number: string;
  readonly tax_year: number;
  readonly form: string;
  readonly filing_status: string;
  readonly filed_by: string;
  /** A calendar day, YYYY-MM-DD. */
  readonly received_on: string;
  readonly adjusted_gross_income_cents: number;
  readonly taxable_income_cents: number;
  readonly tax_cents: number;
}

export interface AccountTransactionTable {
  readonly id: Generated<number>;
  readonly customer_file_number: string;
  readonly tax_year: number;
  readonly code: string;
  readonly posted_on: string;
  /** Positive: the person owes more. Negative: they owe less. */
  readonly amount_cents: number;
}

export interface RefundTable {
  readonly customer_file_number: string;
  readonly tax_year: number;
  readonly amount_cents: number;
  readonly approved_on: string | null;
  readonly sent_on: string | null;
  readonly account_last_four: string | null;
}

export interface RevenueTables {
  readonly taxpayers: TaxpayerTable;
  readonly tax_returns: TaxReturnTable;
  readonly account_transactions: AccountTransactionTable;
  readonly refunds: RefundTable;
}
