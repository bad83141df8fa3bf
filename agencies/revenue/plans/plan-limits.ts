import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';

/** What plans are offered, from a day on (T5). Amounts in cents. */
export interface PlanLimits {
  readonly from: Day;
  readonly shortTerm: { readonly under: Cents; readonly daysAtMost: number };
  readonly longTerm: { readonly atMost: Cents; readonly monthsAtMost: number; readonly setUpFee: Cents };
  /** Hundredths of a percent a year, on what is still owed. */
  readonly yearlyInterest: number;
}

/** The limits of the sandbox's law. A new rule is a new entry: a plan keeps those of the day it was made. */
export const planLimits: readonly PlanLimits[] = [
  {
    from: '2020-01-01',
    shortTerm: { under: 100_000_00, daysAtMost: 180 },
    longTerm: { atMost: 50_000_00, monthsAtMost: 72, setUpFee: 22_00 },
    yearlyInterest: 7_00,
  },
];

/** Those in force on `day`. Throws when the list begins later: no plan can be made without a rule. */
export function limitsOn(day: Day, all: readonly PlanLimits[] = planLimits): PlanLimits {
  const inForce = all.filter(({ from }) => from <= day).toSorted((a, b) => a.from.localeCompare(b.from));
  const latest = inForce.at(-1);
  if (!latest) throw new Error('no payment plan limits are in force');
  return latest;
}
