import { type Cents, sumOf } from '../../amounts-and-dates/cents.ts';
import type { Day } from '../../amounts-and-dates/day.ts';
import type { TaxReturn } from '../returns/tax-return.ts';

/** What can be posted to a tax year's account. The words for a code are in the locale. */
export const transactionCodes = [
  '150', // return filed and tax assessed
  '196', // interest charged
  '276', // penalty for late payment
  '290', // tax added
  '291', // tax taken off
  '360', // fee for a payment plan
  '610', // payment with the return
  '660', // estimated payment
  '661', // estimated payment that the bank returned
  '670', // payment
  '671', // payment that the bank returned
  '706', // credit from another year
  '766', // credit
  '806', // tax withheld
  '826', // credit moved to another year
  '846', // refund sent
  '898', // refund used for another debt
  '977', // amended return received
] as const;
export type TransactionCode = (typeof transactionCodes)[number];

export interface AccountTransaction {
  readonly code: TransactionCode;
  readonly postedOn: Day;
  /** Positive: more is owed. Negative: less is owed. */
  readonly amount: Cents;
}

export interface Refund {
  readonly amount: Cents;
  readonly approvedOn: Day | undefined;
  readonly sentOn: Day | undefined;
  /** Of the bank account; undefined for a check. */
  readonly accountLastFour: string | undefined;
  /** The part that went to another debt of theirs instead, and which. */
  readonly offset?: { readonly amount: Cents; readonly debt: OffsetDebt };
}

export const offsetDebts = ['child-support', 'student-loan', 'state-tax', 'another-year'] as const;
export type OffsetDebt = (typeof offsetDebts)[number];

/** One tax year of one person. */
export interface TaxYearAccount {
  readonly taxReturn: TaxReturn;
  /** In the order of posting. A joint account is one account. */
  readonly transactions: readonly AccountTransaction[];
  readonly refund: Refund | undefined;
}

/** What was posted to a year for which no return is on file yet, as estimated tax of the year that runs. */
export interface UnfiledYear {
  readonly taxYear: number;
  /** In the order of posting. */
  readonly transactions: readonly AccountTransaction[];
}

/** What the person owes (positive) or is owed (negative): nothing but the sum of what was posted. */
export const balanceOf = (transactions: readonly AccountTransaction[]): Cents =>
  sumOf(transactions.map(({ amount }) => amount));

/** Once its tax is assessed. Until then nobody can say what is owed. */
export const isProcessed = ({ transactions }: Pick<TaxYearAccount, 'transactions'>): boolean =>
  transactions.some(({ code }) => code === '150');
