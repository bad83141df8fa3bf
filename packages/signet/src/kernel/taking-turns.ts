import type { Clock } from './clock.ts';
import type { Limit, WindowLimit } from './limit.ts';
import { err, ok, type Result } from './result.ts';

/** Of this one's work as much waits as may: what waits holds a request, and memory. */
export interface TooManyWaiting {
  readonly code: 'too-many-waiting';
}

/** Runs a piece of work of somebody's (`of`) when it is their turn, or refuses it at once. */
type Turns = <T>(of: string, work: () => Promise<T>) => Promise<Result<T, TooManyWaiting>>;

/** How much there may be at the same time: in all, of one, and of one waiting. */
interface TurnLimits {
  readonly atOnce: Limit;
  /** Left out: as in all. */
  readonly eachAtOnce?: Limit;
  readonly eachWaiting: Pick<Limit, 'most'>;
}

/**
 * Runs at most `atOnce` pieces of work at the same time, and of each one's at most `eachAtOnce`. The others wait, and of
 * those that wait each has the next turn in rotation: however much one sends, the next of another waits for a single turn.
 */
export function createTurns({ atOnce, eachAtOnce = atOnce, eachWaiting }: TurnLimits): Turns {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>(); // in the order of the rotation
  let all = 0;

  const mayBegin = (of: string) => all < atOnce.most && (running.get(of) ?? 0) < eachAtOnce.most;

  function count(of: string, change: 1 | -1): void {
    all += change;
    const left = (running.get(of) ?? 0) + change;
    if (left > 0) running.set(of, left);
    else running.delete(of);
  }

  function passOn(): void {
    for (const [of, queue] of waiting) {
      if (!mayBegin(of)) continue;
      const begin = queue.shift();
      waiting.delete(of);
      if (queue.length > 0) waiting.set(of, queue); // behind the others
      count(of, 1);
      begin?.();
      return;
    }
  }

  return async (of, work) => {
    const own = waiting.get(of) ?? [];
    if (mayBegin(of)) count(of, 1);
    else if (own.length >= eachWaiting.most) return err({ code: 'too-many-waiting' });
    else await new Promise<void>((resolve) => waiting.set(of, [...own, resolve]));
    try {
      return ok(await work());
    } finally {
      count(of, -1);
      passOn();
    }
  };
}

/**
 * Counts what somebody asks for, and says how much they had asked for lately, in this window and the one before. Nothing
 * but the order of work hangs on it, so it is kept in the process: two processes that know less of each other make that
 * order a little less fair.
 */
export function recentCounts({ within }: WindowLimit, clock: Clock): (of: string) => number {
  let window = -1;
  let before = new Map<string, number>();
  let counts = new Map<string, number>();
  return (of) => {
    const now = Math.floor(clock.now().getTime() / within);
    if (now !== window) {
      before = now === window + 1 ? counts : new Map();
      counts = new Map();
      window = now;
    }
    const inWindow = counts.get(of) ?? 0;
    counts.set(of, inWindow + 1);
    return inWindow + (before.get(of) ?? 0);
  };
}
