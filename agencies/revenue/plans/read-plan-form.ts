import { readDay } from '../amounts-and-dates/day.ts';
import { readCents } from '../amounts-and-dates/read-cents.ts';
import type { PlanWish } from './plans.ts';

/** The form as it was typed, to show again when something is wrong with it. */
export interface TypedPlan {
  readonly year: string;
  readonly kind: string;
  readonly day: string;
  readonly monthly: string;
  readonly from: string;
  readonly formKey: string;
}

export type PlanField = 'year' | 'kind' | 'day' | 'monthly' | 'from';

/** A wish, or the fields that nobody could make one of. What is possible is judged by `plans.ts`. */
export function readPlanForm(
  typed: TypedPlan,
): { readonly wish: PlanWish } | { readonly wrong: readonly PlanField[] } {
  const taxYear = /^\d{4}$/.test(typed.year) ? Number(typed.year) : undefined;
  const kind = typed.kind === 'short-term' || typed.kind === 'long-term' ? typed.kind : undefined;
  const day = readDay(typed.day);
  const monthly = readCents(typed.monthly);
  const wrong: PlanField[] = [];
  if (taxYear === undefined) wrong.push('year');
  if (kind === undefined) wrong.push('kind');
  if (day === undefined) wrong.push('day');
  if (kind === 'long-term' && !monthly) wrong.push('monthly');
  if (typed.from === '') wrong.push('from');
  if (taxYear === undefined || kind === undefined || day === undefined || wrong.length > 0) return { wrong };
  return kind === 'short-term'
    ? { wish: { kind, taxYear, payOn: day } }
    : { wish: { kind, taxYear, first: day, monthly: monthly ?? 0 } };
}
