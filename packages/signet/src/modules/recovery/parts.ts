import type { Recovering } from '../authentication/index.ts';
import type { Disavowals } from '../notices/index.ts';
import type { RecoveryDeps } from './ports.ts';
import type { CaseStore } from './postgres-cases.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import type { Recovery } from './recovery.ts';
import type { RecoveryTelling } from './tell-of-recovery.ts';

/** What the use cases are made of. */
export interface RecoveryParts extends RecoveryDeps {
  readonly recovering: Recovering;
  readonly sessions: RecoveryDeps['authentication']['session'];
  readonly store: RecoveryStore;
  readonly cases: CaseStore;
  readonly tell: RecoveryTelling;
  readonly disavowals: Disavowals;
  readonly succeed: Recovery['succeed'];
}

export type CaseParts = RecoveryParts;
