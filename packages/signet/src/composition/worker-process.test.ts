import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepWorker } from './worker-process.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const log = { warn: vi.fn(), error: vi.fn() };
let started: EventEmitter[] = [];
let stop: () => Promise<void>;
afterEach(async () => {
  await stop();
  started = [];
  vi.clearAllMocks();
});

/** A process that ends when it is told to. */
function start(): ChildProcess {
  const worker = Object.assign(new EventEmitter(), {
    kill: vi.fn((signal: string) => worker.emit('exit', null, signal)),
  });
  started.push(worker);
  return worker as unknown as ChildProcess;
}
const dies = () => started.at(-1)?.emit('exit', 1, null);

/** How long after the latest one died another was started. */
async function waited(): Promise<number> {
  const before = started.length;
  let ms = 0;
  for (; started.length === before; ms += 500) await vi.advanceTimersByTimeAsync(500);
  return ms;
}

it('tries a worker that cannot start less and less often, and says after five times that it is an error', async () => {
  stop = keepWorker(start, log);
  const waits: number[] = [];
  for (let n = 1; n <= 9; n += 1) {
    dies();
    expect([log.warn.mock.calls.length, log.error.mock.calls.length]).toEqual([
      Math.min(n, 4),
      Math.max(n - 4, 0),
    ]);
    waits.push(await waited());
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

it('replaces a worker that ran well at once, also after many that did not', async () => {
  stop = keepWorker(start, log);
  for (let n = 1; n <= 6; n += 1) {
    dies();
    await waited();
  }
  await vi.advanceTimersByTimeAsync(60_000);
  dies();
  expect(await waited()).toBe(500);
});

it('tries again where no process could be made', async () => {
  stop = keepWorker(start, log);
  started[0]?.emit('error', new Error('EAGAIN'));
  started[0]?.emit('exit', -11, null);
  expect(await waited()).toBe(500);
  expect(log.warn).toHaveBeenCalledTimes(1);
});

it('starts none once it is told to stop', async () => {
  stop = keepWorker(start, log);
  dies();
  await stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(started).toHaveLength(1);
});
