import { expect, it } from 'vitest';
import { clockIn } from './clock.ts';

const at = (moment: string, timeZone?: string) => clockIn(timeZone, () => new Date(moment));

it.each([
  ['2027-04-16T00:30:00Z', '2027-04-15'], // 8:30 pm on the filing day
  ['2027-04-16T03:59:59Z', '2027-04-15'],
  ['2027-04-16T04:00:00Z', '2027-04-16'],
  ['2027-01-01T04:59:59Z', '2026-12-31'], // an hour later in winter
  ['2027-01-01T05:00:00Z', '2027-01-01'],
])('finding T3: at %s it is %s at the agency', (moment, day) => expect(at(moment).today()).toBe(day));

it('finding T3: the zone is the agency’s own setting', () => {
  expect(at('2027-04-16T06:30:00Z', 'America/Los_Angeles').today()).toBe('2027-04-15');
  expect(at('2027-04-16T06:30:00Z', 'Pacific/Honolulu').dayOf(new Date('2027-04-16T10:00:00Z'))).toBe(
    '2027-04-16',
  );
  expect(() => clockIn('America/Port_Alder')).toThrow(RangeError);
});
