import { expect, it } from 'vitest';
import { readCents } from './read-cents.ts';

it.each([
  ['1,234.56', 123456],
  ['$ 1234', 123400],
  ['0.05', 5],
  ['1234.5', undefined],
  ['1,23.00', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['99999999999999', undefined],
])('%s is %s cents', (typed, cents) => expect(readCents(typed)).toBe(cents));
