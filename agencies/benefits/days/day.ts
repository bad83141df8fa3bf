/** A calendar day, `YYYY-MM-DD`: text, so that days compare as they are written. */
export type Day = string;

/** The same day so many years later. February 29 stays itself and counts as passed on March 1. */
export function yearsAfter(day: Day, years: number): Day {
  const [year = '', ...rest] = day.split('-');
  return [String(Number(year) + years).padStart(4, '0'), ...rest].join('-');
}

/** Whole years from one day to another. */
export function wholeYears(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** False for the thirtieth of February. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
  );
}
