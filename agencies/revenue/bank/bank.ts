import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';

/** Where money is drawn from. */
export interface AccountNumbers {
  /** Nine digits. */
  readonly routing: string;
  /** Digits, at most 17. */
  readonly account: string;
  readonly kind: 'checking' | 'savings';
}

/** Why a bank did not pay. Each has words in the locale. */
export const returnReasons = [
  'insufficient-funds',
  'account-closed',
  'no-such-account',
  'not-authorized',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** A debit that a bank sent back after it had taken it. */
export interface ReturnedDebit {
  /** Counts up; where to go on from. */
  readonly position: number;
  /** The payment's id. */
  readonly reference: string;
  readonly reason: ReturnReason;
  readonly on: Day;
}

/**
 * The clearing house, through which every bank is reached. Rejects when it does not answer; the caller asks again, and
 * the same `reference` is one debit however often it is asked for.
 */
export interface Bank {
  /** T6: validated at first use and at each change. */
  check(
    account: AccountNumbers,
  ): Promise<
    | { readonly open: true; readonly bankName: string }
    | { readonly open: false; readonly reason: ReturnReason }
  >;
  debit(order: {
    readonly reference: string;
    readonly from: AccountNumbers;
    readonly amount: Cents;
    readonly on: Day;
  }): Promise<{ readonly taken: true } | { readonly taken: false; readonly reason: ReturnReason }>;
  /** What came back since `position`, the oldest first; a page at a time. */
  returns(position: number): Promise<readonly ReturnedDebit[]>;
}
