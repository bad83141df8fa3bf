import type { Clock, PersonId, Tx } from '../../../kernel/index.ts';
import type { Presence } from '../../authentication/index.ts';
import type { Vault, VaultKey } from '../../vault/index.ts';
import type { CaseStore, Cases, StoredCase } from '../cases/index.ts';
import { recoveringSubject } from './recovery.ts';
import { mayClaim, recoveryWay } from './start-repeated-proofing.ts';

export interface ReclaimNeeds {
  readonly clock: Clock;
  readonly store: Pick<CaseStore, 'latest' | 'save'>;
  readonly cases: Pick<Cases, 'record'>;
  readonly vault: Pick<Vault, 'open' | 'renew'>;
  /** Everything kept of `from` becomes the person's: their record of how they got their account back (A7, A27). */
  readonly reassign: (tx: Tx, from: PersonId, to: PersonId) => Promise<void>;
}

/** All or nothing, in the caller's transaction; the case's version lets one of two requests through. */
export async function reclaimAccount(
  { clock, store, cases, vault, reassign }: ReclaimNeeds,
  tx: Tx,
  presence: Pick<Presence, 'session'>,
): Promise<VaultKey | undefined> {
  const recovery = recoveringSubject(presence);
  if (!recovery || recovery.account !== presence.session.person) return undefined;
  const found = await store.latest(recovery.subject, tx);
  if (!mayClaim(clock, found, recovery)) return undefined;
  const opened = await vault.open(recovery.subject, recoveryWay(recovery));
  if (!opened.ok || !(await store.save(tx, claimed(found)))) return undefined;
  const key = await vault.renew(tx, recovery.account, opened.value);
  await reassign(tx, recovery.subject, recovery.account);
  await cases.record(tx, found, 'proofing.account-given-back');
  return key;
}

const claimed = ({ claimBy: _claimBy, ...rest }: StoredCase): StoredCase => rest as StoredCase;
