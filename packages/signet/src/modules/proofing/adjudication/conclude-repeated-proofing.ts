import type { PersonId, Tx } from '../../../kernel/index.ts';
import { isLike, type Likeness } from '../../vault/index.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { saveCase } from '../cases/change-case.ts';
import { concludeRefused, ended, tell, tellOwner } from '../cases/end-case.ts';
import { needSsn } from '../checks/perform-check.ts';
import type { CurrentFindings } from '../findings/findings.ts';
import type { Decision } from '../flow/decision.ts';
import { levelOf } from '../identity/proven-identity.ts';
import { factsOf } from '../identity/record-facts.ts';
import { identityIn, phoneToTell } from '../identity/validated-identity.ts';
import type { Deps } from '../ports.ts';

/**
 * Everything passed for somebody who wants an account back: now it is asked whether they are its person. The number must
 * be the account's, and the document the same, or (renewed meanwhile) the name and birth date. What differed is never
 * said (A22). The number stays where it is; what was read is sealed for the browser that recovers, until it is claimed.
 */
export async function concludeSamePerson(
  deps: Deps,
  of: LiveCase,
  account: PersonId,
  findings: CurrentFindings,
): Promise<boolean> {
  const facts = factsOf(of, findings, deps.clock.now());
  if (levelOf(deps, facts) < of.required.ial) return concludeRefused(deps, of, ['level-not-reached']);
  const identity = identityIn(of, findings);
  const likeness = await deps.likenessOf(account, identity);
  return saveCase(
    deps,
    of,
    async (tx) => {
      const same = await isSamePerson(deps, tx, of, account, likeness);
      return ended(deps, of, same ? { outcome: 'verified' } : notThisAccount);
    },
    async (tx, { decision = notThisAccount }) => {
      if (decision.outcome === 'verified') {
        const verifiedAt = new Date(facts.completedAt);
        await deps.stores.proven.add(tx, of, { facts, verifiedAt, likeness });
        await deps.vault.deposit(tx, of.person, 'identity', identity);
        const phone = phoneToTell(of, facts);
        await tellOwner(deps, tx, of, { kind: 'identity-proven-again', at: verifiedAt, ...phone });
      }
      await deps.stores.reviews.close(tx, of, deps.clock.now());
      await tell(deps, tx, of, decision);
    },
  );
}

const notThisAccount: Decision = { outcome: 'refused', reasons: ['not-this-account'] };

/** Both are always asked, so that neither the time nor the audit log tells which of them it was. */
async function isSamePerson(
  deps: Deps,
  tx: Tx,
  of: LiveCase,
  account: PersonId,
  likeness: Likeness,
): Promise<boolean> {
  const sameNumber = await deps.ssnIndex.isHeldBy(tx, needSsn(of), account);
  const before = await deps.stores.proven.of(account);
  const isAlike = before.some((kept) => kept.likeness !== undefined && isLike(kept.likeness, likeness));
  return sameNumber && isAlike;
}
