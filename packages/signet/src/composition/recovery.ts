import { hours, type PersonId, type Tx } from '../kernel/index.ts';
import type { Proofing } from '../modules/proofing/index.ts';
import { createRecovery, type Recovery } from '../modules/recovery/index.ts';
import type { Modules } from './modules.ts';
import type { Resources } from './resources.ts';

export const wireRecovery = (
  { settings, pool, kms }: Resources,
  modules: Modules,
  proofing: Proofing,
  endAtAgencies: (tx: Tx, person: PersonId) => Promise<void>,
): Recovery =>
  createRecovery({
    ...modules,
    endAtAgencies,
    db: pool.db,
    kms,
    settings: {
      origin: settings.SIGNET_ORIGIN,
      waitBeforeRecovery: hours(settings.SIGNET_RECOVERY_WAIT_HOURS),
    },
    isProven: async (person) => (await proofing.identityOf(person)) !== undefined,
  });
