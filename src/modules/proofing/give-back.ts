import { AppError, err, ok, type Tx } from '../../kernel/index.ts';
import type { StoredCase } from './case-store.ts';
import type { Deps } from './ports.ts';
import { mayClaim, recoveryWay } from './prove-again.ts';
import type { ProvingAgain, Recovery } from './proving-again.ts';
import { recordAct } from './record-act.ts';

/** All or nothing, in the caller's transaction; the case's version lets one of two requests through. */
export async function giveBack(deps: Deps, tx: Tx, recovery: Recovery): ReturnType<ProvingAgain['giveBack']> {
  const { stores, vault } = deps;
  const found = await stores.cases.latest(recovery.subject, tx);
  if (!mayClaim(deps, found, recovery)) return err('not-proven-again');
  const opened = await vault.open(recovery.subject, recoveryWay(recovery));
  if (!opened.ok) return err('not-proven-again');
  if (!(await stores.cases.save(tx, claimed(found)))) return err('not-proven-again');
  const key = await vault.renew(tx, recovery.account, opened.value);
  await stores.reassign(tx, recovery.subject, recovery.account);
  await recordAct(deps, tx, found, 'proofing.account-given-back');
  return ok(key);
}

function claimed({ claimBy: _claimBy, ...rest }: StoredCase): StoredCase {
  if (rest.contents !== undefined && rest.key === undefined) throw new AppError('case-without-key');
  return rest as StoredCase;
}
