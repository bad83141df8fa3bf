import { expect, it } from 'vitest';
import { filingDueDay, lastEstimatedDueDay } from './due-days.ts';

it.each([
  [2016, '2017-04-18'],
  [2017, '2018-04-17'],
  [2021, '2022-04-18'],
  [2022, '2023-04-18'],
  [2023, '2024-04-15'],
  [2026, '2027-04-15'],
])('a return for %i is due on %s', (taxYear, day) => expect(filingDueDay(taxYear)).toBe(day));

it.each([
  [2022, '2023-01-17'],
  [2023, '2024-01-16'],
  [2026, '2027-01-15'],
  [2027, '2028-01-18'],
])('the last estimated payment for %i is due on %s', (taxYear, day) =>
  expect(lastEstimatedDueDay(taxYear)).toBe(day),
);
