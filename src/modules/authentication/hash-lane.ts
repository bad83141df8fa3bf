import { takingTurns } from '../../kernel/index.ts';

/**
 * Bounds how many passwords are hashed at once and how many wait. Beyond that, work is refused at the door, before
 * anything was counted or read: a flood costs little, and who is inside is served in time.
 */
export interface HashLane {
  /** A place inside, or undefined when it is full. Give it back with `leave`. */
  enter(): Place | undefined;
}

export interface Place {
  /** Runs `work` when it is this place's turn. */
  run<T>(work: () => Promise<T>): Promise<T>;
  leave(): void;
}

export function hashLane(atOnce: number, waiting: number): HashLane {
  const run = takingTurns(atOnce);
  let inside = 0;

  return {
    enter() {
      if (inside >= atOnce + waiting) return undefined;
      inside += 1;
      let left = false;
      return {
        run,
        leave() {
          if (!left) inside -= 1;
          left = true;
        },
      };
    },
  };
}
