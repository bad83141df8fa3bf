export const filingStatuses = [
  'single',
  'married-joint',
  'married-separate',
  'head-of-household',
  'surviving-spouse',
] as const;
export type FilingStatus = (typeof filingStatuses)[number];

/** What can be posted to a tax year's account. The words for a code are in the locale. */
export const transactionCodes = [
  '150', // return filed and tax assessed
  '196', // interest charged
  '276', // penalty for late payment
  '610', // payment with the return
  '660', // estimated payment
  '670', // payment
  '766', // credit
  '806', // tax withheld
  '846', // refund sent
] as const;
export type TransactionCode = (typeof transactionCodes)[number];

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** Whole cents. */
export type Cents = number;

export interface AccountTransaction {
  readonly code: TransactionCode;
  readonly postedOn: Day;
  /** Positive: more is owed. Negative: less is owed. */
  readonly amount: Cents;
}

export interface TaxReturn {
  readonly taxYear: number;
  readonly form: string;
  readonly filingStatus: FilingStatus;
  readonly filedBy: 'electronic' | 'paper';
  readonly receivedOn: Day;
  readonly adjustedGrossIncome: Cents;
  readonly taxableIncome: Cents;
  readonly tax: Cents;
}

export interface Refund {
  readonly amount: Cents;
  readonly approvedOn: Day | undefined;
  readonly sentOn: Day | undefined;
  /** Of the bank account; undefined for a cheque. */
  readonly accountLastFour: string | undefined;
}

/** One tax year of one person. */
export interface TaxYearAccount {
  readonly taxReturn: TaxReturn;
  /** In the order of posting. */
  readonly transactions: readonly AccountTransaction[];
  readonly refund: Refund | undefined;
}

/** What the person owes (positive) or is owed (negative): nothing but the sum of what was posted. */
export const balanceOf = (transactions: readonly AccountTransaction[]): Cents =>
  transactions.reduce((sum, { amount }) => sum + amount, 0);
