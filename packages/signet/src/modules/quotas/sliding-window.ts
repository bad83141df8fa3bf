import type { WindowLimit } from '../../kernel/index.ts';
import type { Counted, QuotaStore } from './postgres-quotas.ts';

/** One thing that is counted, under its keyed digest. */
export interface Counter {
  readonly key: Buffer;
  readonly limit: WindowLimit;
}

/** A counter that is over its limit, and for how many milliseconds. */
interface OverLimit<C> {
  readonly counter: C;
  readonly wait: number;
}

/** Counts one more of each and tells which are over their limit now, and for how many milliseconds. */
export async function countIn<C extends Counter>(
  store: Pick<QuotaStore, 'count'>,
  counters: readonly C[],
  now: Date,
): Promise<readonly OverLimit<C>[]> {
  const counted = await store.count(counters.map((counter) => windowOf(counter, now)));
  return overLimit(counters, counted, now);
}

/** The same, and in the same round trip which of these places are known. */
export async function countAndRecognizeIn<C extends Counter>(
  store: Pick<QuotaStore, 'countAndRecognize'>,
  counters: readonly C[],
  places: readonly Buffer[],
  now: Date,
): Promise<{ readonly over: readonly OverLimit<C>[]; isKnown(place: Buffer): boolean }> {
  const windows = counters.map((counter) => windowOf(counter, now));
  const { counted, known } = await store.countAndRecognize(windows, places, now);
  return {
    over: overLimit(counters, counted, now),
    isKnown: (place) => known.some((one) => one.equals(place)),
  };
}

/** The same, and how many more of the counter that has fewest are within its limit now. */
export async function countAndLeftIn<C extends Counter>(
  store: Pick<QuotaStore, 'count'>,
  counters: readonly C[],
  now: Date,
): Promise<{ readonly over: readonly OverLimit<C>[]; readonly left: number }> {
  const counted = await store.count(counters.map((counter) => windowOf(counter, now)));
  const left = Math.min(...counters.map((counter) => leftOf(counted, counter, now)));
  return { over: overLimit(counters, counted, now), left };
}

const overLimit = <C extends Counter>(
  counters: readonly C[],
  counted: readonly Counted[],
  now: Date,
): readonly OverLimit<C>[] =>
  counters
    .map((counter) => ({ counter, wait: waitFor(counted, counter, now) }))
    .filter(({ wait }) => wait > 0);

function windowOf({ key, limit: { within } }: Counter, now: Date) {
  const start = Math.floor(now.getTime() / within) * within;
  return { key, start: new Date(start), length: within };
}

/** What was used in the last `within` milliseconds, as the two fixed windows let it be known. */
const weightOf = ({ count, previous }: Counted, { within }: WindowLimit, now: Date): number =>
  previous * (1 - (now.getTime() % within) / within) + count;

function leftOf(counted: readonly Counted[], { key, limit }: Counter, now: Date): number {
  const found = counted.find((one) => one.key.equals(key));
  return found ? Math.max(0, Math.floor(limit.most - weightOf(found, limit, now))) : limit.most;
}

/**
 * Milliseconds to wait before this try would have been within the limit; 0 when it is. A sliding window made of two
 * fixed ones: the one before counts for the share of it that still lies within the last `within` milliseconds.
 */
function waitFor(counted: readonly Counted[], { key, limit }: Counter, now: Date): number {
  const found = counted.find((one) => one.key.equals(key));
  if (!found) return 0;
  const elapsed = now.getTime() % limit.within;
  const { count, previous } = found;
  if (weightOf(found, limit, now) <= limit.most) return 0;
  if (count <= limit.most) return (1 - (limit.most - count) / previous) * limit.within - elapsed;
  const kept = count - 1; // this try is taken back; in the next window what stays fades, and one more must fit
  return limit.within - elapsed + (1 - (limit.most - 1) / kept) * limit.within;
}
