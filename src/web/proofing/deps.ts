import type { Transact } from '../../kernel/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';

export interface ProofingPagesDeps {
  readonly proofing: Proofing;
  readonly transact: Transact;
  /** How many days an agent may take, and so how long photos are kept at most (A17). */
  readonly reviewRetentionDays: number;
  /** In the sandbox: where sample photos are found. */
  readonly sandboxHome?: string;
}
