import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseFaultOf } from '../../kernel/index.ts';
import { watchSilence } from './silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const readTimeout = () => Promise.reject(new Error('Query read timeout'));
const connectTimeout = () => Promise.reject(new Error('Connection terminated due to connection timeout'));

/** A server whose probes the test answers, in the order in which they were begun. */
function server() {
  const probes: PromiseWithResolvers<unknown>[] = [];
  const silence = watchSilence({
    every: 1000,
    doubt: 500,
    probe() {
      const probe = Promise.withResolvers<unknown>();
      probes.push(probe);
      return probe.promise;
    },
  });
  const meets = (asked: () => Promise<unknown>) => silence.heard(asked()).catch(() => undefined);
  return { silence, probes, meets };
}

it.each([
  ['no answer', readTimeout],
  ['no connection', connectTimeout],
])('finding O1: after %s in time nobody else waits for it: they are told at once', async (_what, silent) => {
  const { silence, probes, meets } = server();
  await meets(silent);
  const doubted = silence.enter().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(500);
  expect(databaseFaultOf(await doubted)).toMatchObject({ kind: 'database-silent', away: true });
  await expect(silence.enter()).rejects.toThrow('silent'); // with no timer run: at once
  await vi.advanceTimersByTimeAsync(3000);
  expect(probes).toHaveLength(4); // each waits as long as it may, and the next does not wait for it
  await expect(silence.enter()).rejects.toThrow('silent');
  probes[3]?.resolve('an answer');
  await vi.advanceTimersByTimeAsync(0);
  await silence.enter();
  await vi.advanceTimersByTimeAsync(5000);
  expect(probes).toHaveLength(4);
});

it('finding O1: one late answer of a server that answers others sends nobody away', async () => {
  const { silence, probes, meets } = server();
  await meets(readTimeout);
  const others = [1, 2, 3].map(() => silence.enter());
  await vi.advanceTimersByTimeAsync(400);
  probes[0]?.resolve('an answer');
  await Promise.all(others);
  await vi.advanceTimersByTimeAsync(5000);
  await silence.enter();
});

it('finding O1: doubt begins anew with each silence, and the end of an earlier one counts for nothing', async () => {
  const { silence, probes, meets } = server();
  await meets(readTimeout);
  await vi.advanceTimersByTimeAsync(400);
  probes[0]?.resolve('an answer');
  await vi.advanceTimersByTimeAsync(0);
  await meets(readTimeout);
  const waits = silence.enter();
  await vi.advanceTimersByTimeAsync(400); // 800 since the first
  probes[1]?.resolve('an answer');
  await waits;
});

it.each([
  ['refuses', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
  ['starts', Object.assign(new Error('the database system is starting up'), { code: '57P03' })],
])('finding O1: a server that %s is not silent: whoever asks hears that themselves', async (_what, error) => {
  const { silence, probes, meets } = server();
  await meets(readTimeout);
  await vi.advanceTimersByTimeAsync(500);
  probes[0]?.reject(error);
  await vi.advanceTimersByTimeAsync(0);
  await silence.enter();
});

it.each(['57014', '55P03', '23505'])(
  'finding O1: an answer is no silence, whatever it says: %s',
  async (code) => {
    const { silence, probes, meets } = server();
    await meets(() => Promise.reject(Object.assign(new Error('an error of the server'), { code })));
    await silence.enter();
    expect(probes).toEqual([]);
  },
);
