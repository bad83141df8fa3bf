import { systemClock } from '../../packages/signet/src/kernel/index.ts';
import {
  createCheckpointer,
  createSequencer,
  createSequencing,
} from '../../packages/signet/src/modules/audit/index.ts';
import { openLocalKms } from '../../packages/signet/src/platform/kms/index.ts';
import { openPool } from '../../packages/signet/src/platform/postgres/index.ts';
import { answerParent } from '../child.ts';

/** What a worker does for the audit log, in a process of its own as there. */
let stop: (() => Promise<void>) | undefined;

answerParent({
  async start({ databaseUrl, keyFile }: { databaseUrl: string; keyFile: string }): Promise<void> {
    const pool = openPool(databaseUrl, (error) => console.error(error));
    const { db } = pool;
    const kms = await openLocalKms(keyFile);
    const sequencing = createSequencing({
      sequencer: createSequencer({ db }),
      checkpointer: createCheckpointer({ db, kms, origin: 'bench.example/audit', clock: systemClock }),
      onFault: (error) => console.error(error),
    });
    sequencing.start();
    stop = async () => {
      await sequencing.stop();
      await pool.close();
    };
  },

  finish: () => stop?.(),
});
