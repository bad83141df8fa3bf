import type { Clock, WindowLimit } from '../../kernel/index.ts';
import type { QuotaStore } from './postgres-quotas.ts';
import { countAndLeftIn } from './sliding-window.ts';

/** The part of the KMS that what is counted is named by: no table says who or what it was. */
export interface QuotaKeys {
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}

/** `of`: whose quota of it, in words that only their keyed digest is kept of. */
export interface Use {
  readonly limit: WindowLimit;
  readonly of: readonly string[];
}

/** How much of something somebody used lately. */
export interface Quotas {
  /**
   * Counts one use of each before it happens; where any is over its limit none is counted, and `until` says when to come
   * again. `left`: how many more there are now. `by` are the limits that were reached, the one to wait for longest first.
   * `giveBack`: it was no use after all.
   */
  take(
    uses: readonly Use[],
  ): Promise<
    | { readonly allowed: true; readonly left: number; giveBack(): Promise<void> }
    | { readonly allowed: false; readonly until: Date; readonly by: readonly [string, ...string[]] }
  >;
}

export function createQuotas(
  store: Pick<QuotaStore, 'count' | 'uncount'>,
  kms: QuotaKeys,
  clock: Clock,
): Quotas {
  const keyOf = ({ limit, of }: Use) =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['quota', limit.name, ...of])));
  return {
    async take(uses) {
      const now = clock.now();
      const counters = await Promise.all(
        uses.map(async (use) => ({ key: await keyOf(use), limit: use.limit })),
      );
      const { over: unsorted, left } = await countAndLeftIn(store, counters, now);
      const over = unsorted.toSorted((a, b) => b.wait - a.wait);
      const giveBack = () => store.uncount(counters.map(({ key }) => key));
      const [longest, ...others] = over;
      if (!longest) return { allowed: true, left, giveBack };
      await giveBack(); // a refused use is not one
      return {
        allowed: false,
        until: new Date(now.getTime() + longest.wait),
        by: [longest.counter.limit.name, ...others.map(({ counter }) => counter.limit.name)],
      };
    },
  };
}
