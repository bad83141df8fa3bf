import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
  return at.toISOString().slice(0, 10);
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

const day = z.iso.date();

/** A day as a form sends it; undefined for what no calendar has, like 2026-02-30. */
export const readDay = (typed: string): Day | undefined => day.safeParse(typed).data;
