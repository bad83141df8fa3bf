import { err, ok, type Result } from '../../../kernel/index.ts';
import { lacksEvidence, mayWaive } from '../adjudication/adjudicator.ts';
import type { LiveCase, StoredCase, StoredReview } from '../cases/case-store.ts';
import { saveCase } from '../cases/change-case.ts';
import { ended, tell } from '../cases/end-case.ts';
import { recordAct } from '../cases/record-act.ts';
import { currentFindings } from '../findings/findings.ts';
import type { Decision } from '../flow/decision.ts';
import type { Deps } from '../ports.ts';
import { proofingJobs, type ReviewAgent, type ReviewCase, type SettleError } from '../proofing.ts';

/**
 * An agent's decision (A21, A27: who is recorded). Approval does not verify: it waives the reasons at hand and lets
 * the checks go on, so that nobody can skip a check that had not run yet.
 */
export async function settleReview(
  deps: Deps,
  reference: string,
  decision: 'approve' | 'refuse',
  agent: ReviewAgent,
): Promise<Result<'settled', SettleError>> {
  const review = await deps.stores.reviews.find(reference.trim().toUpperCase());
  if (!review) return err('no-such-case');
  const stored = await deps.stores.cases.byId(review.caseId);
  if (review.status !== 'open' || !stored?.contents || stored.stage !== 'in-review') {
    return err('already-settled');
  }
  if (decision === 'approve' && !(await isApprovable(deps, stored, review))) return err('cannot-approve');
  const missing = lacksEvidence(review.reasons, stored.required) && !agent.saw;
  if (decision === 'approve' && missing) return err('needs-evidence');
  const settle = decision === 'approve' ? approve : refuse;
  return (await settle(deps, stored, review, agent)) ? ok('settled') : err('already-settled');
}

async function isApprovable(deps: Deps, of: LiveCase, { reasons }: StoredReview): Promise<boolean> {
  const kept = await deps.stores.findings.ofCase(of);
  return mayWaive(reasons, currentFindings(kept, of.contents.answers));
}

function approve(deps: Deps, of: LiveCase, review: StoredReview, agent: ReviewAgent): Promise<boolean> {
  const { decision: _decided, deleteAt: _deleteAt, ...rest } = of;
  const now = deps.clock.now();
  const changed: LiveCase = {
    ...rest,
    stage: 'checking',
    waived: [...of.waived, ...review.reasons],
    contents: { ...of.contents, ...(agent.saw && { seen: { ...agent.saw, at: now.toISOString() } }) },
    agent: agent.ref,
    submittedAt: now,
    unanswered: 0,
    dueAt: now,
    touchedAt: now,
  };
  return saveCase(deps, of, changed, async (tx) => {
    await deps.jobs.enqueue(tx, proofingJobs.check, { caseId: of.id });
    await settleStored(deps, tx, of, review, 'approved', agent);
  });
}

function refuse(deps: Deps, of: LiveCase, review: StoredReview, agent: ReviewAgent): Promise<boolean> {
  const decision: Decision = { outcome: 'refused', reasons: ['review-refused'] };
  return saveCase(deps, of, ended(deps, of, decision), async (tx) => {
    await settleStored(deps, tx, of, review, 'refused', agent);
    await tell(deps, tx, of, decision);
  });
}

async function settleStored(
  deps: Deps,
  tx: Parameters<typeof recordAct>[1],
  of: StoredCase,
  { reference }: StoredReview,
  status: 'approved' | 'refused',
  agent: ReviewAgent,
): Promise<void> {
  await deps.stores.reviews.settle(tx, reference, { status, agent: agent.ref, at: deps.clock.now() });
  await recordAct(deps, tx, of, 'proofing.reviewed', { status }, { kind: 'staff', ref: agent.ref });
}

export async function openReviews(deps: Deps): Promise<readonly ReviewCase[]> {
  const open = await deps.stores.reviews.allOpen();
  return open.map(({ reference, caseId, reasons, openedAt, recovers }) => ({
    reference,
    caseId,
    reasons,
    openedAt,
    recovers,
    deleteAt: new Date(openedAt.getTime() + deps.settings.keepEvidenceForReview),
  }));
}
