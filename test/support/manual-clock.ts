import type { Clock } from '../../packages/signet/src/kernel/index.ts';

/** A clock that a test moves by hand. */
export function manualClock(start: Date): Clock & { advance(milliseconds: number): void } {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance(milliseconds) {
      at += milliseconds;
    },
  };
}
