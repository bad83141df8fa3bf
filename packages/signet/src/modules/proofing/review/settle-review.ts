import { type CaseId, type Clock, err, ok, type Result, type Tx } from '../../../kernel/index.ts';
import { evidenceKinds } from '../../evidence/index.ts';
import {
  type Cases,
  type JobQueue,
  type LiveCase,
  proofingJobNames,
  type SeenEvidence,
  type StoredCase,
} from '../cases/index.ts';
import { type CurrentFindings, currentFindings, type FindingStore } from '../findings/index.ts';
import {
  type Decision,
  isWithoutFace,
  type ReasonCode,
  type Required,
  waivedByComparison,
} from '../flow/index.ts';
import type { ReviewStore, StoredReview } from './ports.ts';

export interface ReviewCase {
  readonly reference: string;
  readonly caseId: CaseId;
  readonly reasons: readonly ReasonCode[];
  /** This case recovers an account. */
  readonly recovers: boolean;
  readonly openedAt: Date;
  readonly deleteAt: Date; // when the evidence goes and the case can no longer be settled
}

/**
 * `cannot-approve`: without readable data there is no identity to approve, or the death record names this person.
 * `needs-evidence`: a second piece of evidence is missing, and the agent named none that they saw (A3).
 * `needs-comparison`: the person wanted no face check, so nothing here shows their face, and the agent did not say that they
 * saw the person beside the document (A8).
 */
export type SettleError =
  | 'no-such-case'
  | 'already-settled'
  | 'cannot-approve'
  | 'needs-evidence'
  | 'needs-comparison';

/** The agent who decides, by a pseudonym, and what they saw in place of a piece of evidence that is missing. */
export interface ReviewAgent {
  readonly ref: string;
  readonly saw?: SeenEvidence;
  /** They had the person before them, and compared the person with the document. */
  readonly compared?: true;
}

export interface ReviewNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'byId' | 'save' | 'ended' | 'record' | 'tell'>;
  readonly reviews: Pick<ReviewStore, 'find' | 'settle' | 'allOpen'>;
  readonly findings: Pick<FindingStore, 'ofCase'>;
  readonly jobs: JobQueue;
  readonly settings: { readonly keepEvidenceForReview: number };
  /** The adjudicator's rules of what an agent may look past, and of what must then be shown instead. */
  readonly mayWaive: (reasons: readonly ReasonCode[], findings: CurrentFindings) => boolean;
  readonly lacksEvidence: (reasons: readonly ReasonCode[], required: Required) => boolean;
}

/**
 * An agent's decision, recorded with who they are (A21, A27). Approval does not verify: it waives the reasons at hand and lets
 * the checks go on, so that nobody can skip a check that had not run yet.
 */
export async function settleReview(
  needs: ReviewNeeds,
  reference: string,
  decision: 'approve' | 'refuse',
  agent: ReviewAgent,
): Promise<Result<'settled', SettleError>> {
  const review = await needs.reviews.find(reference.trim().toUpperCase());
  if (!review) return err('no-such-case');
  const stored = await needs.cases.byId(review.caseId);
  if (review.status !== 'open' || !stored?.contents || stored.stage !== 'in-review') {
    return err('already-settled');
  }
  if (decision === 'approve' && !(await isApprovable(needs, stored, review))) return err('cannot-approve');
  const missing = needs.lacksEvidence(review.reasons, stored.required) && !sawAnother(stored, agent);
  if (decision === 'approve' && missing) return err('needs-evidence');
  if (decision === 'approve' && lacksComparison(stored, review) && !agent.compared)
    return err('needs-comparison');
  const settle = decision === 'approve' ? approve : refuse;
  return (await settle(needs, stored, review, agent)) ? ok('settled') : err('already-settled');
}

/** A3: two pieces are of two kinds; the passport that was photographed is not seen as a second one. */
function sawAnother({ contents }: LiveCase, { saw }: ReviewAgent): boolean {
  const { document } = contents.answers;
  return saw !== undefined && (!document || evidenceKinds[document].ratedAs !== saw.kind);
}

/** There is no picture of the person: only somebody who had them before them can have compared. */
const lacksComparison = ({ contents: { answers } }: LiveCase, { reasons }: StoredReview): boolean =>
  isWithoutFace(answers) && reasons.some((reason) => waivedByComparison.includes(reason));

async function isApprovable(needs: ReviewNeeds, of: LiveCase, { reasons }: StoredReview): Promise<boolean> {
  const kept = await needs.findings.ofCase(of);
  return needs.mayWaive(reasons, currentFindings(kept, of.contents.answers));
}

function approve(
  needs: ReviewNeeds,
  of: LiveCase,
  review: StoredReview,
  agent: ReviewAgent,
): Promise<boolean> {
  const { decision: _decided, deleteAt: _deleteAt, ...rest } = of;
  const now = needs.clock.now();
  const changed: LiveCase = {
    ...rest,
    stage: 'checking',
    waived: [...of.waived, ...review.reasons],
    contents: {
      ...of.contents,
      checkedAnewAt: now.toISOString(),
      ...(agent.saw && { seen: { ...agent.saw, at: now.toISOString() } }),
    },
    agent: agent.ref,
    unanswered: 0,
    dueAt: now,
    touchedAt: now,
  };
  return needs.cases.save(of, changed, async (tx) => {
    await needs.jobs.enqueue(tx, proofingJobNames.check, { caseId: of.id });
    await settleStored(needs, tx, of, review, 'approved', agent);
  });
}

function refuse(
  needs: ReviewNeeds,
  of: LiveCase,
  review: StoredReview,
  agent: ReviewAgent,
): Promise<boolean> {
  const decision: Decision = { outcome: 'refused', reasons: ['review-refused'] };
  return needs.cases.save(of, needs.cases.ended(of, decision), async (tx) => {
    await settleStored(needs, tx, of, review, 'refused', agent);
    await needs.cases.tell(tx, of, decision);
  });
}

async function settleStored(
  needs: ReviewNeeds,
  tx: Tx,
  of: StoredCase,
  { reference }: StoredReview,
  status: 'approved' | 'refused',
  agent: ReviewAgent,
): Promise<void> {
  await needs.reviews.settle(tx, reference, { status, agent: agent.ref, at: needs.clock.now() });
  await needs.cases.record(tx, of, 'proofing.reviewed', { status }, { kind: 'staff', ref: agent.ref });
}

export async function openReviews(
  needs: Pick<ReviewNeeds, 'reviews' | 'settings'>,
): Promise<readonly ReviewCase[]> {
  const open = await needs.reviews.allOpen();
  return open.map(({ reference, caseId, reasons, openedAt, recovers }) => ({
    reference,
    caseId,
    reasons,
    openedAt,
    recovers,
    deleteAt: new Date(openedAt.getTime() + needs.settings.keepEvidenceForReview),
  }));
}
