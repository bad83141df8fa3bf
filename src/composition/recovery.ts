import type { Proofing } from '../modules/proofing/index.ts';
import { createRecovery, type Recovery } from '../modules/recovery/index.ts';
import type { Modules } from './modules.ts';
import type { Resources } from './resources.ts';

export const wireRecovery = ({ pool }: Resources, modules: Modules, proofing: Proofing): Recovery =>
  createRecovery({
    ...modules,
    db: pool.db,
    isProven: async (person) => (await proofing.identityOf(person)) !== undefined,
  });
