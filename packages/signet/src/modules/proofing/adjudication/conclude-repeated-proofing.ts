import type { PersonId, Tx } from '../../../kernel/index.ts';
import type { NewLikeness } from '../../vault/index.ts';
import { type LiveCase, needSsn } from '../cases/index.ts';
import type { CurrentFindings } from '../findings/index.ts';
import type { Decision } from '../flow/index.ts';
import { factsOf, levelOf, phoneToTell, validatedIdentity } from '../identity/index.ts';
import type { VerifyNeeds } from './conclude-verified.ts';

/**
 * Everything passed for somebody who wants an account back: now it is asked whether they are its person. The number must
 * be the account's, and the document the same, or (renewed meanwhile) the name and birth date. What differed is never
 * said (A22). The number stays where it is; what was read is sealed for the browser that recovers, until it is claimed.
 */
export async function concludeRepeatedProofing(
  needs: VerifyNeeds,
  of: LiveCase,
  account: PersonId,
  findings: CurrentFindings,
): Promise<boolean> {
  const { cases, proven, vault, clock } = needs;
  const facts = factsOf(of, findings, clock.now());
  if (levelOf(needs.deployment, facts) < of.required.ial) return cases.refuse(of, ['level-not-reached']);
  const identity = validatedIdentity(of, findings);
  const likeness = await needs.likenessOf(account, identity);
  return cases.save(
    of,
    async (tx) => {
      const same = await isSamePerson(needs, tx, of, account, likeness);
      return cases.ended(of, same ? { outcome: 'verified' } : notThisAccount);
    },
    async (tx, { decision = notThisAccount }) => {
      if (decision.outcome === 'verified') {
        const verifiedAt = new Date(facts.completedAt);
        await proven.add(tx, of, { facts, verifiedAt, likeness });
        await vault.deposit(tx, of.person, 'identity', identity);
        const phone = phoneToTell(of, facts);
        await cases.tellOwner(tx, of, { kind: 'identity-proven-again', at: verifiedAt, ...phone });
      }
      await cases.closeReview(tx, of, clock.now());
      await cases.tell(tx, of, decision);
    },
  );
}

const notThisAccount: Decision = { outcome: 'refused', reasons: ['not-this-account'] };

/** Both are always asked, so that neither the time nor the audit log tells which of them it was. */
async function isSamePerson(
  { ssnIndex, proven }: VerifyNeeds,
  tx: Tx,
  of: LiveCase,
  account: PersonId,
  likeness: NewLikeness,
): Promise<boolean> {
  const sameNumber = await ssnIndex.isHeldBy(tx, needSsn(of), account);
  const before = await proven.of(account);
  const alike = await Promise.all(before.map((kept) => likeness.isLike(kept.likeness)));
  return sameNumber && alike.includes(true);
}
