import { addDays, type Day } from '../amounts-and-dates/day.ts';

/** The day by which a return for that tax year, and what it says is owed, has to be in. */
export const filingDueDay = (taxYear: number): Day => businessDayFrom(`${taxYear + 1}-04-15`);

/** The day of the last of the four payments of estimated tax for that year. */
export const lastEstimatedDueDay = (taxYear: number): Day => businessDayFrom(`${taxYear + 1}-01-15`);

/** 26 U.S.C. 7503: what is due on a Saturday, a Sunday or a legal holiday is in time on the next business day. */
function businessDayFrom(day: Day): Day {
  let on = day;
  while (isWeekend(on) || isHoliday(on)) on = addDays(on, 1);
  return on;
}

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const isWeekend = (day: Day): boolean => [0, 6].includes(weekday(day));

/** The holidays that can push these two days on. */
function isHoliday(day: Day): boolean {
  const [year] = day.split('-');
  return day === thirdMonday(`${year}-01-01`) || day === observed(`${year}-04-16`);
}

/** Martin Luther King Jr. Day is the third Monday of January. */
const thirdMonday = (first: Day): Day => addDays(first, ((8 - weekday(first)) % 7) + 14);

/** Emancipation Day, a holiday where the department sits: on a Saturday it is kept on Friday, on a Sunday on Monday. */
function observed(day: Day): Day {
  if (weekday(day) === 6) return addDays(day, -1);
  return weekday(day) === 0 ? addDays(day, 1) : day;
}
