import { type Clock, hours } from '../../../kernel/index.ts';
import type { QuotaKeys, QuotaStore } from '../../quotas/index.ts';
import { networkOf } from './source-network.ts';

/** Of how many accounts somebody on one network lately failed to know the password: leaked lists tried one by one. */
export interface TriedAccounts {
  /** One more failure. The same account counts once an hour, whether it exists or not. */
  failed(subject: string, source: string): Promise<void>;
  /** One query, which waits for nobody. */
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

  return {
    async failed(subject, source) {
      const network = networkOf(source);
      const first = (await count(await digest('account', subject, network))) === 1;
      if (first) await count(await digest('network', network));
    },
    async from(source) {
      const found = await store.find(await digest('network', networkOf(source)), clock.now());
      return found ? found.count + found.previous : 0;
    },
  };
}
