import { type Clock, Redacted, type Transact, type Tx } from '../../../kernel/index.ts';
import type { Identity, Likeness, LikenessDigests, SsnIndex, Vault } from '../../vault/index.ts';
import { type Cases, type LiveCase, needSsn, type PostalAddress } from '../cases/index.ts';
import type { CurrentFindings } from '../findings/index.ts';
import type { Decision, ReasonCode } from '../flow/index.ts';
import {
  type Deployment,
  factsOf,
  levelOf,
  type ProofingFacts,
  type ProvenStore,
  phoneToTell,
  validatedIdentity,
} from '../identity/index.ts';

export interface VerifyNeeds {
  readonly clock: Clock;
  readonly transact: Transact;
  readonly cases: Pick<Cases, 'save' | 'decided' | 'ended' | 'refuse' | 'tell' | 'tellOwner' | 'closeReview'>;
  readonly proven: Pick<ProvenStore, 'add' | 'of'>;
  readonly ssnIndex: Pick<SsnIndex, 'claim' | 'isHeldBy' | 'isHeldByAnother'>;
  readonly likenessOf: LikenessDigests;
  readonly vault: Pick<Vault, 'deposit'>;
  readonly deployment: Deployment;
}

/**
 * Everything passed: the number is claimed, the facts are kept, the identity is sealed to the person, they are
 * told (A14), the evidence is destroyed (A17) — all or nothing. Whoever holds the number already is never named.
 */
export async function concludeVerified(
  needs: VerifyNeeds,
  of: LiveCase,
  findings: CurrentFindings,
): Promise<boolean> {
  const { cases } = needs;
  const facts = factsOf(of, findings, needs.clock.now());
  if (levelOf(needs.deployment, facts) < of.required.ial) return cases.refuse(of, ['level-not-reached']);
  const identity = validatedIdentity(of, findings);
  const likeness = await needs.likenessOf(of.person, identity);
  const provenBefore = (await needs.proven.of(of.person)).length > 0;
  return cases.save(
    of,
    async (tx) => cases.ended(of, await decisionOn(needs, tx, of, provenBefore)),
    async (tx, { decision = verified }) => {
      if (decision.outcome === 'verified') await keepIdentity(needs, tx, of, { facts, identity, likeness });
      await cases.closeReview(tx, of, needs.clock.now());
      await cases.tell(tx, of, decision);
    },
  );
}

const verified: Decision = { outcome: 'verified' };

/** What the number would be refused for; it claims nothing, and is asked before somebody waits for a letter in vain. */
export async function refusedForNumber(
  { proven, ssnIndex, transact }: VerifyNeeds,
  of: LiveCase,
): Promise<ReasonCode | undefined> {
  const provenBefore = (await proven.of(of.person)).length > 0;
  return transact(async (tx) => {
    if (provenBefore)
      return (await ssnIndex.isHeldBy(tx, needSsn(of), of.person)) ? undefined : 'not-this-account';
    return (await ssnIndex.isHeldByAnother(tx, needSsn(of), of.person)) ? 'already-verified' : undefined;
  });
}

/**
 * Decides by the number's owner. An account that somebody is proven in stays that person's: with another number nobody takes it
 * over, however genuine their own document and face.
 */
async function decisionOn(
  { ssnIndex }: VerifyNeeds,
  tx: Tx,
  of: LiveCase,
  provenBefore: boolean,
): Promise<Decision> {
  if (provenBefore) {
    const same = await ssnIndex.isHeldBy(tx, needSsn(of), of.person);
    return same ? verified : { outcome: 'refused', reasons: ['not-this-account'] };
  }
  const claimed = await ssnIndex.claim(tx, needSsn(of), of.person);
  return claimed.ok ? verified : { outcome: 'refused', reasons: ['already-verified'] };
}

async function keepIdentity(
  { proven, vault, cases }: VerifyNeeds,
  tx: Tx,
  of: LiveCase,
  {
    facts,
    identity,
    likeness,
  }: { readonly facts: ProofingFacts; readonly identity: Identity; readonly likeness: Likeness },
): Promise<void> {
  const verifiedAt = new Date(facts.completedAt);
  await proven.add(tx, of, { facts, verifiedAt, likeness });
  await vault.deposit(tx, of.person, 'identity', identity);
  await cases.tellOwner(tx, of, {
    kind: 'identity-verified',
    at: verifiedAt,
    ...(identity.address && { recipient: recipientOf(identity, identity.address) }),
    ...phoneToTell(of, facts),
  });
}

const recipientOf = ({ givenName, familyName }: Identity, address: PostalAddress) =>
  new Redacted({ name: [givenName, familyName].filter(Boolean).join(' '), address });
