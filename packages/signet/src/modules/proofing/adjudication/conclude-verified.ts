import { Redacted, type Tx } from '../../../kernel/index.ts';
import type { Likeness } from '../../vault/index.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { saveCase } from '../cases/change-case.ts';
import { concludeRefused, ended, tell } from '../cases/end-case.ts';
import { needSsn } from '../checks/perform-check.ts';
import type { CurrentFindings } from '../findings/findings.ts';
import type { Decision } from '../flow/decision.ts';
import type { ProofingFacts } from '../identity/proofing-facts.ts';
import { levelOf } from '../identity/proven-identity.ts';
import { factsOf } from '../identity/record-facts.ts';
import { identityIn, phoneToTell } from '../identity/validated-identity.ts';
import type { VerifiedIdentity } from '../identity/verified-identity.ts';
import type { Deps, PostalAddress } from '../ports.ts';

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
  const provenBefore = (await deps.stores.proven.of(of.person)).length > 0;
  return saveCase(
    deps,
    of,
    async (tx) => ended(deps, of, await decisionOn(deps, tx, of, provenBefore)),
    async (tx, { decision = verified }) => {
      if (decision.outcome === 'verified') await keepIdentity(deps, tx, of, { facts, identity, likeness });
      await deps.stores.reviews.close(tx, of, deps.clock.now());
      await tell(deps, tx, of, decision);
    },
  );
}

const verified: Decision = { outcome: 'verified' };

/**
 * Whose number it is. An account that somebody is proven in stays that person's: with another number nobody takes it
 * over, however genuine their own document and face.
 */
async function decisionOn(deps: Deps, tx: Tx, of: LiveCase, provenBefore: boolean): Promise<Decision> {
  if (provenBefore) {
    const same = await deps.ssnIndex.isHeldBy(tx, needSsn(of), of.person);
    return same ? verified : { outcome: 'refused', reasons: ['not-this-account'] };
  }
  const claimed = await deps.ssnIndex.claim(tx, needSsn(of), of.person);
  return claimed.ok ? verified : { outcome: 'refused', reasons: ['already-verified'] };
}

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
