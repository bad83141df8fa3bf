import { createTurns } from '../kernel/index.ts';
import { type FrameSender, frameLimits } from '../modules/proofing/index.ts';

/**
 * Whose frame of a live picture is looked at next: of each person one at a time, and of each network in rotation. So nobody is
 * refused for what others send: each of those takes one turn, and one network gets at most every second turn while others wait.
 * What waits holds a request, of which a process takes so many and half of them from one network (`http`).
 */
export function createFrameTurns() {
  const turns = createTurns({
    atOnce: frameLimits['at-once'],
    eachWaiting: { most: Number.POSITIVE_INFINITY },
  });
  /** Of whom a frame is here: one of each person (`present-each`). */
  const present = new Set<string>();
  return async <T>({ person, network }: FrameSender, look: () => Promise<T>): Promise<T | undefined> => {
    if (present.has(person)) return undefined;
    present.add(person);
    try {
      const seen = await turns(network ?? person, look);
      return seen.ok ? seen.value : undefined;
    } finally {
      present.delete(person);
    }
  };
}
