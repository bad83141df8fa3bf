import type { CaseId, PersonId, Tx } from '../../../kernel/index.ts';
import type { Likeness } from '../../vault/index.ts';
import type { ProofingFacts } from './proofing-facts.ts';

export interface KeptProofing {
  readonly facts: ProofingFacts;
  readonly verifiedAt: Date;
  readonly likeness: Likeness;
}

/** What was proven: facts without personal data. */
export interface ProvenStore {
  add(tx: Tx, of: { readonly person: PersonId; readonly id: CaseId }, proven: KeptProofing): Promise<void>;
  of(person: PersonId): Promise<readonly KeptProofing[]>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}
