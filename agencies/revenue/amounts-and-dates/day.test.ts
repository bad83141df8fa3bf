import { expect, it } from 'vitest';
import { readDay } from './day.ts';

it.each([
  ['2028-02-29', '2028-02-29'],
  ['2026-02-30', undefined],
  ['2026-2-3', undefined],
  ['', undefined],
])('%s is the day %s', (typed, day) => expect(readDay(typed)).toBe(day));
