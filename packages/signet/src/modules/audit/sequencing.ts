import { pauseUntil } from './pause.ts';
import type { Checkpointer } from './postgres-checkpoints.ts';
import type { Sequencer } from './postgres-sequencer.ts';

/** Sequences and signs, twice a second, in every worker. */
export interface Sequencing {
  start(): void;
  /** Ends after a last pass, so that what was recorded before an orderly stop is signed. */
  stop(): Promise<void>;
}

const betweenPasses = 500; // milliseconds
const longestPause = 5000;

/** What another worker sequenced, and died before it signed, is signed after so many passes. */
const passesToSignAnyway = 10;

/** It polls: a NOTIFY in every act would have acts wait for each other as they commit. */
export function createSequencing(needs: {
  readonly sequencer: Pick<Sequencer, 'sequence'>;
  readonly checkpointer: Pick<Checkpointer, 'checkpoint'>;
  readonly onFault: (error: unknown) => void;
}): Sequencing {
  const { sequencer, checkpointer, onFault } = needs;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let unsigned = true;

  async function sequenceAndSign(): Promise<void> {
    if ((await sequencer.sequence()) > 0) unsigned = true;
    if (unsigned) await checkpointer.checkpoint();
    unsigned = false;
  }

  /** Whether it went well. */
  const pass = (): Promise<boolean> =>
    sequenceAndSign().then(
      () => true,
      (error: unknown) => {
        onFault(error);
        return false;
      },
    );

  async function run(): Promise<void> {
    let wait = betweenPasses;
    for (let n = 1; !stopping.signal.aborted; n += 1) {
      if (n % passesToSignAnyway === 0) unsigned = true;
      wait = (await pass()) ? betweenPasses : Math.min(wait * 2, longestPause);
      await pauseUntil(stopping.signal, wait);
    }
    if (wait === betweenPasses) await pass(); // a database that was away just now would hold up the end
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
