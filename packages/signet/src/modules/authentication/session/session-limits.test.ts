import { describe, expect, it } from 'vitest';
import { hours, minutes, seconds } from '../../../kernel/index.ts';
import { type Aal, worthNow } from './session-limits.ts';

const start = new Date('2026-06-03T14:00:00Z');
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);
const worth = (aal: Aal, lastSeen: number, now: number): Aal | 'idle' | 'over' => {
  const is = worthNow(aal, { since: start, lastSeen: later(lastSeen) }, later(now));
  return is?.idle ? 'idle' : (is?.aal ?? 'over');
};

describe('B11: how long a session lasts', () => {
  it.each([
    [0, 'over'],
    [1, 'over'],
    [2, 'idle'],
  ] as const)('B11: AAL%d after an hour without use is %s', (aal, then) => {
    expect(worth(aal, 0, hours(1) - seconds(1))).toBe(aal);
    expect(worth(aal, 0, hours(1))).toBe(then);
    expect(worth(aal, 0, hours(1) + seconds(1))).toBe(then);
    expect(worth(aal, 0, hours(24))).toBe('over');
  });

  it.each([0, 1, 2] as const)('B11: AAL%d ends after 24 hours however much it is used', (aal) => {
    expect(worth(aal, hours(24) - seconds(2), hours(24) - seconds(1))).toBe(aal);
    expect(worth(aal, hours(24) - seconds(2), hours(24) + seconds(1))).toBe('over');
  });

  it('B11: AAL3 is worth AAL2 after 15 minutes without use and after 12 hours', () => {
    expect(worth(3, 0, minutes(15) - seconds(1))).toBe(3);
    expect(worth(3, 0, minutes(15) + seconds(1))).toBe(2);
    expect(worth(3, hours(12) - seconds(2), hours(12) - seconds(1))).toBe(3);
    expect(worth(3, hours(12) - seconds(2), hours(12) + seconds(1))).toBe(2);
    expect(worth(3, 0, hours(1) + seconds(1))).toBe('idle');
  });

  it('B11: says when, as the nearer of the two limits', () => {
    const times = { since: start, lastSeen: later(hours(23.5)) };
    expect(worthNow(2, times, later(hours(23.5)))?.expiresAt).toEqual(later(hours(24)));
    expect(worthNow(2, { since: start, lastSeen: start }, start)?.expiresAt).toEqual(later(hours(1)));
  });
});
