import type { Clock } from '../../../kernel/index.ts';
import { createQuotas, type QuotaKeys, type QuotaStore, type Quotas } from '../../quotas/index.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { type HashQueue, hashQueue } from './hash-queue.ts';
import { hashLimits } from './limits.ts';
import { createTriedAccounts, type TriedAccounts } from './tried-accounts.ts';

/** How often something may be tried, and how much may be hashed at once. */
export interface Limits {
  readonly attempts: Attempts;
  readonly triedAccounts: TriedAccounts;
  readonly hashQueue: HashQueue;
  readonly quotas: Quotas;
}

export interface HashSettings {
  /** Password hashes computed at once; each takes 19 MiB and a core for some 15 ms. Default: 2. */
  readonly hashesAtOnce?: number;
  /** Sign-ins that may wait for their turn; one more is told `busy`. Default: 64, about half a second. */
  readonly hashesWaiting?: number;
}

export function createLimits({
  store,
  kms,
  clock,
  settings: { hashesAtOnce = hashLimits['at-once'].most, hashesWaiting = hashLimits.waiting.most },
}: {
  readonly store: QuotaStore;
  readonly kms: QuotaKeys;
  readonly clock: Clock;
  readonly settings: HashSettings;
}): Limits {
  return {
    attempts: createAttempts(store, kms, clock),
    triedAccounts: createTriedAccounts(store, kms, clock),
    hashQueue: hashQueue(hashesAtOnce, hashesWaiting),
    quotas: createQuotas(store, kms, clock),
  };
}
