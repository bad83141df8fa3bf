import { pauseUntil } from './pause.ts';
import type { Sequencer } from './postgres-sequencer.ts';

const betweenLooks = 10_000; // milliseconds

/** Sequencing takes a second. After this many nobody works on it, or not fast enough. */
const longestLag = 10;

/**
 * Says in the log of whoever answers people that entries are not being sequenced: a worker that is dead cannot say so
 * itself. Two looks in a row must find it: the entry of a slow transaction is old when it is first there.
 */
export function watchLag(needs: {
  readonly sequencer: Pick<Sequencer, 'lag'>;
  readonly onLate: (seconds: number) => void;
  readonly onCaughtUp: () => void;
  readonly onFault: (error: unknown) => void;
  readonly every?: number;
}): { stop(): Promise<void> } {
  const { sequencer, onLate, onCaughtUp, onFault, every = betweenLooks } = needs;
  const stopping = new AbortController();

  async function watch(): Promise<void> {
    let late = 0; // looks in a row
    while (!stopping.signal.aborted) {
      await pauseUntil(stopping.signal, every);
      if (stopping.signal.aborted) return;
      try {
        const lag = await sequencer.lag();
        if (lag > longestLag) late += 1;
        else if (late > 1) onCaughtUp();
        if (lag <= longestLag) late = 0;
        if (late > 1) onLate(lag);
      } catch (error) {
        onFault(error);
      }
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
