import type { Cents } from '../../amounts-and-dates/cents.ts';
import type { Day } from '../../amounts-and-dates/day.ts';

/** Why an electronically sent return was not taken. Each has words and a remedy in the locale. */
export const rejections = [
  'dependent-claimed-twice',
  'birth-date-differs',
  'prior-year-income-differs',
] as const;
export type Rejection = (typeof rejections)[number];

/** How far a filing is. An amended return (`1040-X`) is received, then adjusted, then completed. */
export const filingStates = ['rejected', 'received', 'accepted', 'adjusting', 'completed'] as const;
export type FilingState = (typeof filingStates)[number];

/** One time that something was filed for a tax year: the return, one that was sent back, an amended one. */
export interface Filing {
  readonly taxYear: number;
  readonly form: '1040' | '1040-X';
  readonly filedBy: 'electronic' | 'paper';
  readonly sentOn: Day;
  readonly state: FilingState;
  /** Since when it is in that state. */
  readonly since: Day;
  readonly rejection?: Rejection;
  /** What an amended return changes in the tax; undefined until it is adjusted. */
  readonly change?: Cents;
}

/**
 * The filing that settled one that was sent back: the same form for the same year, sent later and not sent back itself.
 * Undefined: it waits to be sent again.
 */
export const sentAgain = (rejected: Filing, filings: readonly Filing[]): Filing | undefined =>
  filings.find(
    (later) =>
      later.taxYear === rejected.taxYear &&
      later.form === rejected.form &&
      later.state !== 'rejected' &&
      later.sentOn >= rejected.sentOn,
  );
