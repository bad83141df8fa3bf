import { AppError, createTurns, withMost } from '../../../kernel/index.ts';
import { hashLimits } from './limits.ts';

/**
 * Bounds how many passwords are hashed at once and how many wait. Beyond that, work is refused at the door, before
 * anything was counted or read: a flood costs little, and whoever is inside is served in time.
 */
export interface HashQueue {
  /**
   * A place inside, or undefined when it is full, or when a quarter of it is taken by `from` alone: a flood from one
   * network keeps the others out of no more than that. The last quarter is for those that have no place yet, so that a few
   * networks together keep nobody out, and turns go by rotation. Give it back with `leave`.
   */
  enter(from: string): QueuePlace | undefined;
}

/** More sign-ins at once than the machine can hash: try again in a moment. */
export interface Busy {
  readonly code: 'busy';
}

export interface QueuePlace {
  /** Runs `work` when it is this place's turn. */
  run<T>(work: () => Promise<T>): Promise<T>;
  leave(): void;
}

export function hashQueue(atOnce: number, waiting: number): HashQueue {
  const most = atOnce + waiting;
  const mostFromOne = Math.max(atOnce, Math.ceil(most / 4));
  const turns = createTurns({
    atOnce: withMost(hashLimits['at-once'], atOnce),
    eachWaiting: { most: mostFromOne },
  });
  const mostOfSeveral = most - Math.floor(waiting / 4);

  const isFullFor = (from: string): boolean => {
    const own = insideFrom.get(from) ?? 0;
    return inside >= (own > 0 ? mostOfSeveral : most) || own >= mostFromOne;
  };
  const insideFrom = new Map<string, number>();
  let inside = 0;

  function count(from: string, change: 1 | -1): void {
    inside += change;
    const left = (insideFrom.get(from) ?? 0) + change;
    if (left > 0) insideFrom.set(from, left);
    else insideFrom.delete(from);
  }

  return {
    enter(from) {
      if (isFullFor(from)) return undefined;
      count(from, 1);
      let left = false;
      return {
        async run(work) {
          const ran = await turns(from, work);
          if (!ran.ok) throw new AppError('busy', { status: 503 }); // a place that hashed several at once
          return ran.value;
        },
        leave() {
          if (!left) count(from, -1);
          left = true;
        },
      };
    },
  };
}
