import type { Tx } from '../../../kernel/index.ts';
import type { Presence } from '../../authentication/index.ts';
import type { VaultKey } from '../../vault/index.ts';
import type { StoredCase } from '../cases/case-store.ts';
import { recordAct } from '../cases/record-act.ts';
import type { Deps } from '../ports.ts';
import { recoveringSubject } from './recovery.ts';
import { mayClaim, recoveryWay } from './start-repeated-proofing.ts';

/** All or nothing, in the caller's transaction; the case's version lets one of two requests through. */
export async function regain(
  deps: Deps,
  tx: Tx,
  presence: Pick<Presence, 'session'>,
): Promise<VaultKey | undefined> {
  const { stores, vault } = deps;
  const recovery = recoveringSubject(presence);
  if (!recovery || recovery.account !== presence.session.person) return undefined;
  const found = await stores.cases.latest(recovery.subject, tx);
  if (!mayClaim(deps, found, recovery)) return undefined;
  const opened = await vault.open(recovery.subject, recoveryWay(recovery));
  if (!opened.ok || !(await stores.cases.save(tx, claimed(found)))) return undefined;
  const key = await vault.renew(tx, recovery.account, opened.value);
  await stores.reassign(tx, recovery.subject, recovery.account);
  await recordAct(deps, tx, found, 'proofing.account-given-back');
  return key;
}

const claimed = ({ claimBy: _claimBy, ...rest }: StoredCase): StoredCase => rest as StoredCase;
