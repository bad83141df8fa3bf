import { Redacted, type Tx } from '../../kernel/index.ts';
import type { Likeness } from '../vault/index.ts';
import type { LiveCase } from './case-store.ts';
import { saveCase } from './change-case.ts';
import type { Decision } from './decision.ts';
import { concludeRefused, ended, tell } from './end-case.ts';
import { factsOf } from './facts.ts';
import type { CurrentFindings } from './findings.ts';
import { identityIn, phoneToTell } from './identity-in.ts';
import { levelOf } from './identity-of.ts';
import { needSsn } from './perform-check.ts';
import type { Deps, PostalAddress } from './ports.ts';
import type { ProofingFacts } from './proofing-facts.ts';
import type { VerifiedIdentity } from './verified-identity.ts';

/**
 * Everything passed: the number is claimed, the facts are kept, the identity is sealed to the person, they are
 * told (A14), the evidence is destroyed (A17) — all or nothing. Whoever holds the number already is never named.
 */
export async function concludeVerified(
  deps: Deps,
  of: LiveCase,
  findings: CurrentFindings,
): Promise<boolean> {
  const facts = factsOf(of, findings, deps.clock.now());
  if (levelOf(deps, facts) < of.required.ial) return concludeRefused(deps, of, ['level-not-reached']);
  const identity = identityIn(of, findings);
  const likeness = await deps.likenessOf(of.person, identity);
  return saveCase(
    deps,
    of,
    async (tx) => {
      const claimed = await deps.ssnIndex.claim(tx, needSsn(of), of.person);
      return ended(deps, of, claimed.ok ? verified : { outcome: 'refused', reasons: ['already-verified'] });
    },
    async (tx, { decision = verified }) => {
      if (decision.outcome === 'verified') await keepIdentity(deps, tx, of, { facts, identity, likeness });
      await deps.stores.reviews.close(tx, of, deps.clock.now());
      await tell(deps, tx, of, decision);
    },
  );
}

const verified: Decision = { outcome: 'verified' };

async function keepIdentity(
  deps: Deps,
  tx: Tx,
  of: LiveCase,
  {
    facts,
    identity,
    likeness,
  }: { readonly facts: ProofingFacts; readonly identity: VerifiedIdentity; readonly likeness: Likeness },
): Promise<void> {
  const verifiedAt = new Date(facts.completedAt);
  await deps.stores.proven.add(tx, of, { facts, verifiedAt, likeness });
  await deps.vault.deposit(tx, of.person, 'identity', identity);
  await deps.notices.send(tx, of.person, {
    kind: 'identity-verified',
    at: verifiedAt,
    ...(identity.address && { recipient: recipientOf(identity, identity.address) }),
    ...phoneToTell(of, facts),
  });
}

const recipientOf = (identity: VerifiedIdentity, address: PostalAddress) =>
  new Redacted({ name: `${identity.givenName} ${identity.familyName}`, address });
