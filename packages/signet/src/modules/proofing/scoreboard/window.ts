import { days } from '../../../kernel/index.ts';

/** Days of UTC: from `since` to the day before `until`. */
export interface Window {
  readonly since: string;
  readonly until: string;
}

const shown = days(28);
/** A Monday, from which the weeks are counted. */
const firstMonday = Date.parse('2026-01-26T00:00:00Z');

/**
 * What anybody may read: four whole weeks, and four weeks later the next four. Two pages that shared some of their weeks would
 * tell, by their difference, how it went for the few of a single week or day.
 */
export function wholeWeeks(now: Date): Window {
  const since = now.getTime() - firstMonday;
  const until = new Date(firstMonday + Math.floor(since / shown) * shown);
  return { since: dayOf(new Date(until.getTime() - shown)), until: dayOf(until) };
}

/** For the operator, and where everybody is made up: up to now. */
export const lastDays = (now: Date, count: number): Window => ({
  since: dayOf(new Date(now.getTime() - days(count - 1))),
  until: dayOf(new Date(now.getTime() + days(1))),
});

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
