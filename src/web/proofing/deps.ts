import type { PersonId, Transact } from '../../kernel/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';

export interface ProofingPagesDeps {
  readonly proofing: Proofing;
  readonly transact: Transact;
  /** Whether what is proven could be kept: a vault is made by the first way in that can carry its key. */
  readonly hasVault: (person: PersonId) => Promise<boolean>;
  /** How many days an agent may take, and so how long photos are kept at most (A17). */
  readonly reviewRetentionDays: number;
  /** In the sandbox: where sample photos are found. */
  readonly sandboxHome?: string;
}
