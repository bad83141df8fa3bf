import { err, ok, type Result } from '@signet/relying-party';
import type { Cents } from '../amounts-and-dates/cents.ts';
import { addDays, addMonths, type Day } from '../amounts-and-dates/day.ts';
import type { PlanLimits } from './plan-limits.ts';

/** One payment of a plan, as the arithmetic is shown. */
export interface Installment {
  readonly on: Day;
  readonly amount: Cents;
  /** What the amount is made of. */
  readonly interest: Cents;
  readonly fee: Cents;
  readonly towardBalance: Cents;
  /** What is owed after it. */
  readonly left: Cents;
}

export interface Plan {
  readonly kind: 'short-term' | 'long-term';
  readonly owed: Cents;
  readonly installments: readonly Installment[];
  readonly interest: Cents;
  readonly fee: Cents;
  /** Everything that is paid: owed, interest and fee. */
  readonly total: Cents;
}

export type PlanRefusal =
  | { readonly code: 'nothing-owed' }
  | { readonly code: 'owes-too-much'; readonly limit: Cents }
  | { readonly code: 'too-late'; readonly latest: Day }
  /** The monthly amount would not pay it off in time: this much would. */
  | { readonly code: 'too-little'; readonly least: Cents };

const daysInYear = 365;

/** Simple interest on `owed` over so many days, rounded to the cent. */
const interestOn = (owed: Cents, days: number, { yearlyInterest }: PlanLimits): Cents =>
  Math.round((owed * yearlyInterest * days) / (10_000 * daysInYear));

/** T5: everything at once within the short term, without a fee. */
export function proposeShortTerm(
  owed: Cents,
  { today, payOn }: { readonly today: Day; readonly payOn: Day },
  limits: PlanLimits,
): Result<Plan, PlanRefusal> {
  const { under, daysAtMost } = limits.shortTerm;
  if (owed <= 0) return err({ code: 'nothing-owed' });
  if (owed >= under) return err({ code: 'owes-too-much', limit: under });
  const latest = addDays(today, daysAtMost);
  if (payOn > latest || payOn < today) return err({ code: 'too-late', latest });
  const interest = interestOn(owed, daysBetween(today, payOn), limits);
  const only = { on: payOn, amount: owed + interest, interest, fee: 0, towardBalance: owed, left: 0 };
  return ok({ kind: 'short-term', owed, installments: [only], interest, fee: 0, total: only.amount });
}

/**
 * T5: so much every month, on the day of `first`, until it is paid. The fee is paid with the first installment. Every cent
 * is in the table: the sum of its amounts is what was owed, the interest and the fee.
 */
export function proposeLongTerm(
  owed: Cents,
  { today, first, monthly }: { readonly today: Day; readonly first: Day; readonly monthly: Cents },
  limits: PlanLimits,
): Result<Plan, PlanRefusal> {
  const { atMost, monthsAtMost, setUpFee } = limits.longTerm;
  if (owed <= 0) return err({ code: 'nothing-owed' });
  if (owed > atMost) return err({ code: 'owes-too-much', limit: atMost });
  const latest = addMonths(today, 1);
  if (first > latest || first < today) return err({ code: 'too-late', latest });
  const table = installments(owed, today, first, monthly, limits);
  if (!table) {
    return err({ code: 'too-little', least: leastMonthly(owed, today, first, limits, monthsAtMost) });
  }
  const interest = table.reduce((sum, one) => sum + one.interest, 0);
  return ok({
    kind: 'long-term',
    owed,
    installments: table,
    interest,
    fee: setUpFee,
    total: owed + interest + setUpFee,
  });
}

/** Undefined when it is not paid off within the months that there are. */
function installments(
  owed: Cents,
  today: Day,
  first: Day,
  monthly: Cents,
  limits: PlanLimits,
): readonly Installment[] | undefined {
  const table: Installment[] = [];
  let left = owed;
  let since = today;
  for (let month = 0; left > 0; month++) {
    if (month >= limits.longTerm.monthsAtMost) return undefined;
    const on = addMonths(first, month);
    const interest = interestOn(left, daysBetween(since, on), limits);
    const fee = month === 0 ? limits.longTerm.setUpFee : 0;
    const amount = Math.min(monthly, left + interest + fee);
    const towardBalance = amount - interest - fee;
    if (towardBalance <= 0) return undefined; // it would never end
    left -= towardBalance;
    table.push({ on, amount, interest, fee, towardBalance, left });
    since = on;
  }
  return table;
}

/** The least whole dollars a month that end in time. */
function leastMonthly(owed: Cents, today: Day, first: Day, limits: PlanLimits, months: number): Cents {
  const dollar = 100;
  let low = Math.floor(owed / months / dollar);
  let high = Math.ceil((owed * 2) / dollar) + limits.longTerm.setUpFee;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (installments(owed, today, first, middle * dollar, limits)) high = middle;
    else low = middle + 1;
  }
  return low * dollar;
}

const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
