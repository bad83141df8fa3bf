import { setTimeout as pause } from 'node:timers/promises';
import type { Hold } from './embedded-hold.ts';

/** A server that runs, as long as it does. */
interface Running {
  tellToStop(): void;
  gone(): Promise<void>;
}

interface Needs {
  readonly running: Running;
  /** Takes the server for this program; what held it before went with its connection. */
  readonly hold: () => Promise<Hold>;
  /** At the same address. `onSpawned` hears of it before it answers, so that it can be stopped by then. */
  readonly startAnother: (onSpawned: (server: Running) => void) => Promise<unknown>;
  readonly onEnded: (error?: unknown) => void;
}

const shortestWait = 250; // milliseconds
const longestWait = 5000;

/**
 * Starts a server again whenever it ended by itself (killed, out of memory, crashed), as whatever watches over a server in
 * production does. What its processes leave behind may bar another one for a moment, so it is tried until it runs.
 */
export async function keepServer({
  running: first,
  hold,
  startAnother,
  onEnded,
}: Needs): Promise<{ stop(): Promise<void>; tellToStop(): void }> {
  let running = first;
  let held = await hold();
  let stopping = false;

  async function start(): Promise<void> {
    let wait = shortestWait;
    while (!stopping) {
      try {
        await startAnother((server) => {
          running = server;
        });
        held = await hold();
        return;
      } catch (error) {
        if (!stopping) onEnded(error);
        running.tellToStop(); // where it runs and cannot be held, another would start beside it
        await running.gone();
        await pause(wait);
        wait = Math.min(2 * wait, longestWait);
      }
    }
  }

  async function watch(): Promise<void> {
    while (!stopping) {
      await running.gone();
      if (stopping) return;
      onEnded();
      await start();
    }
  }

  const watching = watch();
  const tellToStop = () => {
    stopping = true;
    running.tellToStop();
  };
  return {
    tellToStop,
    async stop() {
      stopping = true;
      await held.release();
      tellToStop();
      await watching;
    },
  };
}
