import { databaseFaultOf, markDriverError } from '../kernel/index.ts';
import type { Log } from '../platform/log/index.ts';

/**
 * Whether a request that came now would be answered, said within `deadline` (milliseconds) whatever the database does: a
 * balancer that waits for an answer sends people on. Those who ask meanwhile share one question; the log hears of changes.
 */
export function watchReadiness(
  ask: () => Promise<unknown>,
  deadline: number,
  log: Pick<Log, 'info' | 'warn'>,
): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined;
  let wasReady = true;

  async function answer(): Promise<boolean> {
    try {
      await within(deadline, ask());
      if (!wasReady) log.info({}, 'ready again');
      wasReady = true;
    } catch (error) {
      const fault = databaseFaultOf(error)?.kind ?? 'other';
      if (wasReady) log.warn({ error, fault }, 'not ready: the database does not do what requests need');
      wasReady = false;
    }
    return wasReady;
  }

  return () => {
    asking ??= answer().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

async function within(deadline: number, asked: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const silent = markDriverError(new Error('read timeout: no answer before the deadline'));
    timer = setTimeout(() => reject(silent), deadline);
  });
  asked.catch(() => undefined); // also where nobody waits for it any more
  await Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
