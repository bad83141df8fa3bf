import type { Tx } from '../../../kernel/index.ts';
import type { Decision, ReasonCode } from '../flow/decision.ts';
import type { Deps, ProofingNotice } from '../ports.ts';
import type { CaseRow, StoredCase } from './case-store.ts';
import { saveCase } from './change-case.ts';
import { ownerOf, reasonDetails, recordAct } from './record-act.ts';

export function concludeRefused(
  deps: Deps,
  of: StoredCase,
  reasons: readonly ReasonCode[],
): Promise<boolean> {
  const decision: Decision = { outcome: 'refused', reasons };
  return saveCase(deps, of, ended(deps, of, decision), async (tx) => {
    await deps.stores.reviews.close(tx, of, deps.clock.now());
    await tell(deps, tx, of, decision);
  });
}

/** A17: with the decision the key, and so everything under it, goes; unless the operator keeps it for a while. */
export function ended(deps: Deps, of: StoredCase, decision: Decision | undefined): StoredCase {
  const keepFor = decision ? deps.settings.keepEvidenceAfterDecision : 0;
  const over = { ...decided(deps, { ...of, stage: 'ended' }, decision), ...claimable(deps, of) };
  return keepFor > 0 ? { ...over, deleteAt: new Date(deps.clock.now().getTime() + keepFor) } : emptied(over);
}

/** How long a recovery's vault is kept: for its browser to claim the account, or because something was read before. */
function claimable({ clock, settings }: Deps, of: StoredCase): Pick<StoredCase, 'claimBy'> {
  if (!of.account) return {};
  const time = hasWaited(of) ? settings.claimWithinAfterWaiting : settings.claimWithin;
  return { claimBy: new Date(clock.now().getTime() + time) };
}

const hasWaited = ({ decision, stage, agent }: StoredCase): boolean =>
  decision?.outcome === 'pending-records' || stage === 'in-review' || agent !== undefined;

/** Only codes and times are left. */
export function emptied(of: StoredCase): StoredCase {
  const { contents: _contents, key: _key, deleteAt: _deleteAt, ...rest } = of;
  return rest;
}

export function decided<Case extends StoredCase>(deps: Deps, of: Case, decision: Decision | undefined): Case {
  const { dueAt: _due, decision: _before, ...rest } = of;
  return { ...(rest as Case), touchedAt: deps.clock.now(), ...(decision && { decision }) };
}

/** A notice to the account whose matter the case is, which says where to go from there. */
export const tellOwner = (deps: Deps, tx: Tx, of: CaseRow, notice: ProofingNotice): Promise<void> =>
  deps.notices.send(tx, ownerOf(of), { ...notice, ...(of.account && { recovers: true as const }) });

/** The audit entry, and a message to whoever is no longer waiting at the screen. */
export async function tell(
  deps: Deps,
  tx: Tx,
  before: StoredCase,
  decision: Decision,
  notice: ProofingNotice = { kind: 'proofing-decided' },
): Promise<void> {
  if (hasWaited(before) || notice.kind === 'proofing-needs-person') await tellOwner(deps, tx, before, notice);
  const reasons = 'reasons' in decision ? decision.reasons : [];
  const details = { outcome: decision.outcome, ...reasonDetails(reasons) };
  await recordAct(deps, tx, before, 'proofing.decided', details, { kind: 'system' });
}
