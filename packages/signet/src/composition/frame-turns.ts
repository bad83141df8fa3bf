import { createTurns } from '../kernel/index.ts';
import { type FrameSender, frameLimits } from '../modules/proofing/index.ts';

/**
 * Whose frame of a live picture is looked at next: of each person one at a time, and of each network in rotation. So nobody is
 * refused for what others send: each of those takes one turn, and all of one network together no more than every second. What waits
 * holds a request, of which a process takes so many and half of them from one network (`http`).
 */
export function createFrameTurns() {
  const turns = createTurns({
    atOnce: frameLimits['at-once'],
    eachWaiting: { most: Number.POSITIVE_INFINITY },
  });
  const present = new Map<string, number>();
  return async <T>({ person, network }: FrameSender, look: () => Promise<T>): Promise<T | undefined> => {
    const own = present.get(person) ?? 0;
    if (own >= frameLimits['present-each'].most) return undefined;
    present.set(person, own + 1);
    try {
      const seen = await turns(network ?? person, look);
      return seen.ok ? seen.value : undefined;
    } finally {
      present.delete(person); // there was this one
    }
  };
}
