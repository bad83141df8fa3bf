import type { Cents } from '../amounts-and-dates/cents.ts';
import { addDays, type Day, yearOf } from '../amounts-and-dates/day.ts';
import { filingDueDay, lastEstimatedDueDay } from './due-days.ts';
import { daysAheadAtMost } from './payment.ts';

/** One thing that can be paid, and the last day for which a payment of it is taken. */
export type Payable =
  | { readonly kind: 'balance'; readonly taxYear: number; readonly owed: Cents; readonly until: Day }
  | {
      readonly kind: 'estimated' | 'extension';
      readonly taxYear: number;
      /** By law; a payment may lie only so many days ahead, so `until` can be before it. */
      readonly due: Day;
      readonly until: Day;
    }
  | {
      readonly kind: 'return' | 'amended-return' | 'notice';
      readonly taxYear: number;
      readonly until: Day;
    };

export interface PayableFacts {
  readonly today: Day;
  /** What is owed and not on its way, the latest year first. */
  readonly balances: readonly { readonly taxYear: number; readonly owed: Cents }[];
  /** Tax years of which a return is on file, and whether its tax is assessed. */
  readonly returns: readonly { readonly taxYear: number; readonly processed: boolean }[];
}

/** Tax years that have ended and that people still file for, pay for and get notices about. */
const openYears = 3;

/**
 * What can be paid on a day, in the order of the form. Pure.
 * - a balance, where one is owed
 * - estimated tax, for the year that runs, and until the due day in January for the one before; never for a year to come
 * - the tax of a return that is not processed or not filed: it can be paid before the department has worked on it
 * - an extension, until the day on which the return is due, while none is on file
 * - an amended return, and what a notice asks for, once there is a processed return that they can be about
 */
export function whatCanBePaid({ today, balances, returns }: PayableFacts): readonly Payable[] {
  const thisYear = yearOf(today);
  const lastYear = thisYear - 1;
  const latestDay = addDays(today, daysAheadAtMost);
  const ended = Array.from({ length: openYears }, (_, back) => lastYear - back);
  const isOnFile = (taxYear: number) => returns.some((one) => one.taxYear === taxYear);
  const isProcessed = (taxYear: number) => returns.some((one) => one.taxYear === taxYear && one.processed);
  const processed = ended.filter(isProcessed);
  const each = (kind: 'return' | 'amended-return' | 'notice', years: readonly number[]): Payable[] =>
    years.map((taxYear) => ({ kind, taxYear, until: latestDay }));
  /** Nothing, once its day is past. */
  const before = (kind: 'estimated' | 'extension', taxYear: number, due: Day): Payable[] =>
    today > due ? [] : [{ kind, taxYear, due, until: due < latestDay ? due : latestDay }];
  return [
    ...balances.map((one): Payable => ({ kind: 'balance', ...one, until: latestDay })),
    ...before('estimated', lastYear, lastEstimatedDueDay(lastYear)),
    ...each(
      'return',
      ended.filter((taxYear) => !isProcessed(taxYear)),
    ),
    ...(isOnFile(lastYear) ? [] : before('extension', lastYear, filingDueDay(lastYear))),
    ...before('estimated', thisYear, lastEstimatedDueDay(thisYear)),
    ...each('notice', processed),
    ...each('amended-return', processed),
  ];
}
