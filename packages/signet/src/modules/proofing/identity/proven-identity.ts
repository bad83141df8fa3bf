import type { PersonId } from '../../../kernel/index.ts';
import { decideIal, type MeasuredAlgorithms } from '../../assurance/index.ts';
import type { ProvenStore } from './ports.ts';
import { identityFacts, type ProofingFacts } from './proofing-facts.ts';

/** A proven identity as federation may state it (P7, A7, A27): no personal data. */
export interface ProvenIdentity {
  readonly ial: 1 | 2 | 3;
  readonly verifiedAt: Date;
  readonly facts: ProofingFacts;
}

/** What the same facts amount to differs by deployment. */
export interface Deployment {
  /** The algorithms that a signed report shows to meet A15, A16 or A18; in the sandbox it makes no difference. */
  readonly measured: MeasuredAlgorithms;
  readonly sandbox: boolean;
}

/** The best that the person's recorded facts amount to, by today's rules: a level is computed, never kept. */
export async function provenIdentity(
  proven: Pick<ProvenStore, 'of'>,
  deployment: Deployment,
  person: PersonId,
): Promise<ProvenIdentity | undefined> {
  let best: ProvenIdentity | undefined;
  for (const { facts, verifiedAt } of await proven.of(person)) {
    const ial = levelOf(deployment, facts);
    if (ial !== 0 && ial > (best?.ial ?? 0)) best = { ial, verifiedAt, facts };
  }
  return best;
}

/** What these facts amount to in this deployment. */
export const levelOf = (deployment: Deployment, facts: ProofingFacts): 0 | 1 | 2 | 3 =>
  decideIal(identityFacts(facts, deployment)).ial;
