import type { CaseId, Clock, PersonId, Tx } from '../../../kernel/index.ts';
import type { Decision, ReasonCode } from '../flow/index.ts';
import { type CaseRow, ownerOf, type StoredCase } from './case.ts';
import { type ChangeNeeds, saveCase } from './change-case.ts';
import type { Notices, ProofingNotice } from './ports.ts';
import { type RecordNeeds, reasonDetails, recordAct } from './record-act.ts';
import type { CaseSettings } from './settings.ts';

/** What an agent would still have decided is decided; the store belongs to `review`. */
export type CloseReview = (
  tx: Tx,
  of: { readonly person: PersonId; readonly id: CaseId },
  at: Date,
) => Promise<void>;

export interface EndNeeds {
  readonly clock: Clock;
  readonly settings: Pick<
    CaseSettings,
    'keepEvidenceAfterDecision' | 'claimWithin' | 'claimWithinAfterWaiting'
  >;
}

export interface TellNeeds extends RecordNeeds {
  readonly notices: Notices;
}

export function concludeRefused(
  needs: ChangeNeeds & EndNeeds & TellNeeds & { readonly closeReview: CloseReview },
  of: StoredCase,
  reasons: readonly ReasonCode[],
): Promise<boolean> {
  const decision: Decision = { outcome: 'refused', reasons };
  return saveCase(needs, of, ended(needs, of, decision), async (tx) => {
    await needs.closeReview(tx, of, needs.clock.now());
    await tell(needs, tx, of, decision);
  });
}

/** A17: with the decision the key, and so everything under it, goes; unless the operator keeps it for a while. */
export function ended(needs: EndNeeds, of: StoredCase, decision: Decision | undefined): StoredCase {
  const keepFor = decision ? needs.settings.keepEvidenceAfterDecision : 0;
  const over = { ...decided(needs, { ...of, stage: 'ended' }, decision), ...claimable(needs, of) };
  return keepFor > 0 ? { ...over, deleteAt: new Date(needs.clock.now().getTime() + keepFor) } : emptied(over);
}

/** How long a recovery's vault is kept: for its browser to claim the account, or because something was read before. */
function claimable({ clock, settings }: EndNeeds, of: StoredCase): Pick<StoredCase, 'claimBy'> {
  if (!of.account) return {};
  const time = hasWaited(of) ? settings.claimWithinAfterWaiting : settings.claimWithin;
  return { claimBy: new Date(clock.now().getTime() + time) };
}

/** The account was given back, or may not be any more. */
export const withoutClaim = ({ claimBy: _claimBy, ...rest }: StoredCase): StoredCase => rest as StoredCase;

const hasWaited = ({ decision, stage, agent }: StoredCase): boolean =>
  decision?.outcome === 'pending-records' ||
  stage === 'in-review' ||
  stage === 'awaiting-letter' ||
  agent !== undefined;

/** Only codes and times are left. */
export function emptied(of: StoredCase): StoredCase {
  const { contents: _contents, key: _key, deleteAt: _deleteAt, ...rest } = of;
  return rest;
}

export function decided<Case extends StoredCase>(
  { clock }: Pick<EndNeeds, 'clock'>,
  of: Case,
  decision: Decision | undefined,
): Case {
  const { dueAt: _due, waits: _answered, decision: _before, ...rest } = of;
  return { ...(rest as Case), touchedAt: clock.now(), ...(decision && { decision }) };
}

/** A notice to the account whose matter the case is, which says where to go from there. */
export const tellOwner = (notices: Notices, tx: Tx, of: CaseRow, notice: ProofingNotice): Promise<void> =>
  notices.send(tx, ownerOf(of), { ...notice, ...(of.account && { recovers: true as const }) });

/** The audit entry, and a message to whoever is no longer waiting at the screen. */
export async function tell(
  needs: TellNeeds,
  tx: Tx,
  before: StoredCase,
  decision: Decision,
  notice: ProofingNotice = { kind: 'proofing-decided' },
): Promise<void> {
  if (hasWaited(before) || notice.kind === 'proofing-needs-person') {
    await tellOwner(needs.notices, tx, before, notice);
  }
  const reasons = 'reasons' in decision ? decision.reasons : [];
  const details = { outcome: decision.outcome, ...reasonDetails(reasons) };
  await recordAct(needs, tx, before, 'proofing.decided', details, { kind: 'system' });
}
