import type { PersonId } from '../../../kernel/index.ts';
import { decideIal } from '../../assurance/index.ts';
import type { Deps } from '../ports.ts';
import type { ProvenIdentity } from '../proofing.ts';
import { identityFacts, type ProofingFacts } from './proofing-facts.ts';

/** The best that the person's recorded facts amount to, by today's rules: a level is computed, never kept. */
export async function identityOf(deps: Deps, person: PersonId): Promise<ProvenIdentity | undefined> {
  let best: ProvenIdentity | undefined;
  for (const { facts, verifiedAt } of await deps.stores.proven.of(person)) {
    const ial = levelOf(deps, facts);
    if (ial !== 0 && ial > (best?.ial ?? 0)) best = { ial, verifiedAt, facts };
  }
  return best;
}

/** What these facts amount to in this deployment. */
export const levelOf = ({ settings }: Deps, facts: ProofingFacts): 0 | 1 | 2 | 3 =>
  decideIal(identityFacts(facts, { measured: settings.measured, sandbox: settings.profile === 'sandbox' }))
    .ial;
