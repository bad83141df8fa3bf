import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type ReadOnly<T> = ColumnType<T, T, never>;

export interface TaxpayerTable {
  readonly customer_file_number: ReadOnly<string>;
  readonly ssn_index: ReadOnly<Buffer>;
  /** Names, number, birth date, address and business, encrypted. */
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
  /** Every line of the return, in cents. */
  readonly lines: JSONColumnType<Readonly<Record<string, number>>>;
  /** The spouse who filed a joint return with them. */
  readonly spouse_file_number: string | null;
  /** Their names, encrypted. */
  readonly dependents: string | null;
}

export interface AccountTransactionTable {
  readonly id: Generated<number>;
  readonly customer_file_number: string;
  readonly tax_year: number;
  readonly code: string;
  readonly posted_on: string;
  /** Positive: the person owes more. Negative: they owe less. */
  readonly amount_cents: number;
  /** The payment that made it; each makes each kind of posting once. */
  readonly payment: ColumnType<string | null, string | undefined, never>;
}

export interface RefundTable {
  readonly customer_file_number: string;
  readonly tax_year: number;
  readonly amount_cents: number;
  readonly approved_on: string | null;
  readonly sent_on: string | null;
  readonly account_last_four: string | null;
  readonly offset_cents: number | null;
  readonly offset_debt: string | null;
}

export interface FilingTable {
  readonly id: Generated<number>;
  readonly customer_file_number: string;
  readonly tax_year: number;
  readonly form: string;
  readonly filed_by: string;
  readonly sent_on: string;
  readonly state: string;
  readonly since: string;
  readonly rejection: string | null;
  readonly change_cents: number | null;
}

export interface IncomeDocumentTable {
  readonly customer_file_number: string;
  readonly id: string;
  readonly tax_year: number;
  readonly kind: string;
  readonly received_on: string;
  /** Payer, account and amounts, encrypted. */
  readonly sealed: string;
}

export interface LetterTable {
  readonly customer_file_number: string;
  readonly id: string;
  readonly kind: string;
  readonly tax_year: number | null;
  readonly sent_on: string;
  readonly due_on: string | null;
  readonly amount_cents: number | null;
  readonly read_at: Date | null;
  /** Of a proof of filing: when the return was received. */
  readonly received_on: ColumnType<string | null, string | undefined, never>;
  /** Of a letter for others: whom it is about, as it shows them, encrypted. */
  readonly sealed: ColumnType<string | null, string | undefined, never>;
}

export interface BankAccountTable {
  readonly customer_file_number: string;
  readonly id: string;
  /** Routing and account number, encrypted. */
  readonly sealed: string;
  readonly bank_name: string;
  readonly kind: string;
  readonly last_four: string;
  readonly checked_on: string;
  readonly removed_at: ColumnType<Date | null, undefined, Date>;
}

export interface PaymentTable {
  readonly id: string;
  readonly customer_file_number: string;
  /** Of the form that made it: pressed twice, it is one payment. */
  readonly form_key: string;
  readonly account_file_number: string;
  readonly tax_year: number;
  readonly kind: string;
  readonly amount_cents: number;
  readonly pay_on: string;
  readonly bank_account: string;
  readonly state: string;
  readonly made_at: Date;
  readonly return_reason: ColumnType<string | null, undefined, string>;
  readonly returned_on: ColumnType<string | null, undefined, string>;
}

export interface RecordAccessTable {
  readonly id: Generated<number>;
  readonly customer_file_number: string;
  readonly at: Date;
  readonly act: string;
  readonly by_whom: string;
  /** A pseudonym. */
  readonly staff: string | null;
  readonly reason: string | null;
  readonly tax_year: number | null;
}

export interface PaymentPlanTable {
  readonly id: string;
  readonly customer_file_number: string;
  readonly form_key: string;
  readonly account_file_number: string;
  readonly tax_year: number;
  readonly kind: string;
  readonly bank_account: string;
  readonly agreed_on: string;
  readonly state: string;
}

export interface PlanInstallmentTable {
  readonly plan: string;
  /** Of the installment and of the payment that it becomes. */
  readonly id: string;
  readonly due_on: string;
  readonly amount_cents: number;
  readonly interest_cents: number;
  readonly fee_cents: number;
  readonly begun_at: ColumnType<Date | null, undefined, Date>;
}

export interface StaffTable {
  readonly subject: string;
  /** What people see of an agent. */
  readonly pseudonym: string;
  readonly since: Date;
  readonly ended: ColumnType<Date | null, undefined, Date | null>;
}

export interface StaffInvitationTable {
  readonly code_hash: Buffer;
  readonly pseudonym: string;
  readonly ends_at: Date;
}

export interface StaffLookTable {
  readonly id: string;
  readonly subject: string;
  readonly customer_file_number: string;
  readonly reason: string;
  readonly ends_at: Date;
}

export interface TaxProfessionalTable {
  readonly number: string;
  readonly name: string;
  readonly city: string;
}

export interface ProfessionalAuthorizationTable {
  readonly id: string;
  readonly customer_file_number: string;
  readonly form_key: string;
  readonly professional: string;
  readonly scopes: string[];
  readonly tax_years: number[];
  readonly from_day: string;
  readonly until_day: string;
  readonly ended_at: ColumnType<Date | null, undefined, Date>;
}

export interface RevenueTables {
  readonly known_people: { readonly subject: string; readonly customer_file_number: string };
  readonly refund_tries: { readonly about: string; readonly day: string; readonly tries: number };
  readonly staff: StaffTable;
  readonly staff_invitations: StaffInvitationTable;
  readonly staff_wrong_numbers: { readonly subject: string; readonly at: Date };
  readonly staff_looks: StaffLookTable;
  readonly tax_professionals: TaxProfessionalTable;
  readonly professional_authorizations: ProfessionalAuthorizationTable;
  readonly payment_plans: PaymentPlanTable;
  readonly plan_installments: PlanInstallmentTable;
  readonly record_access: RecordAccessTable;
  readonly bank_accounts: BankAccountTable;
  readonly payments: PaymentTable;
  readonly bank_returns_read: { readonly position: number };
  readonly taxpayers: TaxpayerTable;
  readonly tax_returns: TaxReturnTable;
  readonly account_transactions: AccountTransactionTable;
  readonly refunds: RefundTable;
  readonly filings: FilingTable;
  readonly income_documents: IncomeDocumentTable;
  readonly letters: LetterTable;
}
