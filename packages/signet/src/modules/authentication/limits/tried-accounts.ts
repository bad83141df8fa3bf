import { type Clock, hours } from '../../../kernel/index.ts';
import type { QuotaKeys, QuotaStore } from '../../quotas/index.ts';
import { networkOf, wideBears, wideNetworkOf } from './source-network.ts';

/** For how many addresses somebody on one network lately failed to know the password: leaked lists tried one by one. */
export interface TriedAccounts {
  /**
   * One more failure. The same address counts once an hour, whether it has an account or not. By the account, whoever signs
   * in from the same network would learn which addresses are one person's.
   */
  failed(address: string, source: string): Promise<void>;
  /**
   * Of this network, or the share of one where its whole /48 has more. One query or two, which wait for nobody.
   */
  from(source: string): Promise<number>;
}

const within = hours(1);

export function createTriedAccounts(
  store: Pick<QuotaStore, 'count' | 'find'>,
  kms: QuotaKeys,
  clock: Clock,
): TriedAccounts {
  const digest = (...parts: string[]) =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['tried', ...parts])));

  async function count(key: Buffer): Promise<number> {
    const start = new Date(Math.floor(clock.now().getTime() / within) * within);
    const [counted] = await store.count([{ key, start, length: within }]);
    return counted?.count ?? 0;
  }

  async function failedFrom(network: string): Promise<number> {
    const found = await store.find(await digest('network', network), clock.now());
    return found ? found.count + found.previous : 0;
  }

  return {
    async failed(address, source) {
      for (const network of new Set([networkOf(source), wideNetworkOf(source)])) {
        const first = (await count(await digest('address', address, network))) === 1;
        if (first) await count(await digest('network', network));
      }
    },
    async from(source) {
      const [here, around] = [networkOf(source), wideNetworkOf(source)];
      const [near, wide] = await Promise.all([failedFrom(here), here === around ? 0 : failedFrom(around)]);
      return Math.max(near, Math.floor(wide / wideBears));
    },
  };
}
