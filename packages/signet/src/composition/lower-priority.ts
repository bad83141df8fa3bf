import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Log } from '../platform/log/index.ts';

/**
 * Has everybody else's work come first on this machine: images can wait a moment, and a person who signs in should not notice
 * them. On Linux a priority is a thread's own, and a library that was loaded has threads by now: those that are made later
 * take after the one that makes them. Where it is not permitted the work is done all the same.
 */
export function lowerPriority(niceness: number, log: Pick<Log, 'warn'>): void {
  try {
    for (const thread of threads()) setPriority(thread, niceness);
  } catch (error) {
    log.warn({ error, niceness }, 'the priority of this process could not be lowered');
  }
}

/** By number; where the system does not list them, this process (0). */
function threads(): number[] {
  if (process.platform !== 'linux') return [0];
  return readdirSync('/proc/self/task').map(Number);
}
