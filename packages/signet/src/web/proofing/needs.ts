import type { PersonId, Transact } from '../../kernel/index.ts';
import type { Agencies } from '../../modules/agencies/index.ts';
import type { AccountRecovery, Sessions } from '../../modules/authentication/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';

export interface ProofingPagesNeeds {
  readonly proofing: Proofing;
  readonly transact: Transact;
  /** Where each is reached by people whom nothing here helps. */
  readonly agencies: Pick<Agencies, 'find'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
  /** Account recovery, of which proving one's identity again is one method. */
  readonly recovery: Pick<AccountRecovery, 'personUnderWay' | 'succeed'>;
  /** Whether what is proven could be kept: a vault is made by the first authenticator that can carry its key. */
  readonly hasVault: (person: PersonId) => Promise<boolean>;
  /** How many days an agent may take, and so how long photos are kept at most (A17). */
  readonly reviewRetentionDays: number;
  /** Where browsers reach us: `https://signet.example`. */
  readonly origin: string;
  /** In the sandbox: where sample photos are found. */
  readonly sandboxHome?: string;
}
