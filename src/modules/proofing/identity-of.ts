import type { PersonId } from '../../kernel/index.ts';
import type { Deps } from './ports.ts';
import type { ProvenIdentity } from './proofing.ts';

/** The best that the person's recorded facts amount to, by today's rules: a level is computed, never kept. */
export async function identityOf(deps: Deps, person: PersonId): Promise<ProvenIdentity | undefined> {
  let best: ProvenIdentity | undefined;
  for (const { facts, verifiedAt } of await deps.stores.proven.of(person)) {
    const { ial } = deps.decideIal(facts);
    if (ial !== 0 && ial > (best?.ial ?? 0)) best = { ial, verifiedAt, facts };
  }
  return best;
}
