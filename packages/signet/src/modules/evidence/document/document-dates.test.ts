import { expect, it } from 'vitest';
import { ageOn, documentDay, isExpired } from './document-dates.ts';

it('a document is good through its expiry date', () => {
  expect(isExpired({ expiryDate: '2026-05-31' }, '2026-05-31')).toBe(false);
  expect(isExpired({ expiryDate: '2026-05-31' }, '2026-06-01')).toBe(true);
  expect(isExpired({}, '2026-06-01')).toBe(false);
});

it('age is whole years, 29 February counts as 1 March', () => {
  expect(ageOn({ birthDate: '2008-02-29' }, '2026-02-28')).toBe(17);
  expect(ageOn({ birthDate: '2008-02-29' }, '2026-03-01')).toBe(18);
  expect(ageOn({ birthDate: '1990-01-31' }, '2026-01-31')).toBe(36);
  expect(ageOn({ birthDate: '2027-01-01' }, '2026-12-31')).toBe(-1);
});

it('the day is the one that all of the United States has reached', () => {
  expect(documentDay(new Date('2026-06-01T10:59:59Z'))).toBe('2026-05-31');
  expect(documentDay(new Date('2026-06-01T11:00:00Z'))).toBe('2026-06-01');
});
