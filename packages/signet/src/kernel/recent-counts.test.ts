import { expect, it } from 'vitest';
import { manualClock } from '../../../../test/support/manual-clock.ts';
import { minutes } from './clock.ts';
import { limitsOf } from './limit.ts';
import { recentCounts } from './taking-turns.ts';

it('says how much somebody asked for in this window and the one before, each by themselves', () => {
  const row = { counts: 'work', by: 'test', stranger: 'Nothing.', owner: 'Everything.' };
  const { lately } = limitsOf('work', { lately: { most: 1, within: minutes(10), ...row } });
  const clock = manualClock(new Date('2026-06-03T14:00:00Z'));
  const count = recentCounts(lately, clock);
  expect([count('one'), count('one'), count('other')]).toEqual([0, 1, 0]);
  clock.advance(minutes(10));
  expect([count('one'), count('other')]).toEqual([2, 1]);
  clock.advance(minutes(10));
  expect(count('one')).toBe(1);
  clock.advance(minutes(20));
  expect(count('one')).toBe(0);
});
