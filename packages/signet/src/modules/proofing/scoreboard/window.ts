import { days } from '../../../kernel/index.ts';

/** Days of UTC: from `since` to the day before `until`. */
export interface Window {
  readonly since: string;
  readonly until: string;
}

const weeksShown = 4;

/**
 * What anybody may read: the last whole weeks, which change once a week. A page that changed daily would tell, by what was
 * added to it, how it went for those of one day.
 */
export function wholeWeeks(now: Date): Window {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  const until = new Date(now.getTime() - days(sinceMonday));
  return { since: dayOf(new Date(until.getTime() - days(7 * weeksShown))), until: dayOf(until) };
}

/** For the operator, and where everybody is made up: up to now. */
export const lastDays = (now: Date, count: number): Window => ({
  since: dayOf(new Date(now.getTime() - days(count - 1))),
  until: dayOf(new Date(now.getTime() + days(1))),
});

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
