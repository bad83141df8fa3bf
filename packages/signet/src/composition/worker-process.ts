import type { ChildProcess } from 'node:child_process';
import type { Log } from '../platform/log/index.ts';

/** A worker deep in an image hears nothing. Each check was kept as it ended, so little is done twice. */
const graceMs = 2500;

const shortestWaitMs = 500;
const longestWaitMs = 30_000;
/** One that ran for so long could start: its end is an accident, and the next one is due at once. */
const ranWellMs = 60_000;
const failuresUntilError = 5;

/**
 * The worker is a process of its own, so that reading images never keeps a person waiting; when it dies, another
 * takes its place and its jobs go on. One that cannot start is tried less and less often, and said to be an error: the
 * machine is not kept busy with it, and an operator hears of it. Returns how to stop.
 */
export function keepWorker(start: () => ChildProcess, log: Pick<Log, 'warn' | 'error'>): () => Promise<void> {
  let running: ChildProcess | undefined;
  let next: NodeJS.Timeout | undefined;
  let stopping = false;
  let failures = 0;

  function startOne(): void {
    const startedAt = Date.now();
    const worker = start();
    running = worker;
    const ended = (how: object) => {
      if (running !== worker) return; // said already: a process that cannot be made may report an error and an end
      running = undefined;
      if (!stopping) startAnother(Date.now() - startedAt, how);
    };
    worker.once('exit', (code, signal) => ended({ code, signal }));
    worker.on('error', (error) => worker.pid === undefined && ended({ error }));
  }

  function startAnother(ranMs: number, how: object): void {
    failures = ranMs >= ranWellMs ? 0 : failures + 1;
    const waitMs = Math.min(shortestWaitMs * 2 ** Math.max(failures - 1, 0), longestWaitMs);
    if (failures < failuresUntilError) log.warn({ ...how, waitMs }, 'the worker stopped; starting another');
    else
      log.error({ ...how, failures, waitMs }, 'the worker stops again and again; no jobs are done meanwhile');
    next = setTimeout(startOne, waitMs);
  }

  startOne();
  return async () => {
    stopping = true;
    clearTimeout(next);
    await stopped(running);
  };
}

async function stopped(worker: ChildProcess | undefined): Promise<void> {
  if (!worker) return;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  if (!worker.kill('SIGTERM')) return;
  const outOfPatience = setTimeout(() => worker.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(outOfPatience);
}
