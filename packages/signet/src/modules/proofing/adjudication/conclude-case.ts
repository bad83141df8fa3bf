import type { LiveCase, StoredCase } from '../cases/case-store.ts';
import { saveCase } from '../cases/change-case.ts';
import { concludeRefused, decided, tell } from '../cases/end-case.ts';
import type { CurrentFindings } from '../findings/findings.ts';
import type { Decision, ReasonCode } from '../flow/decision.ts';
import { askAgain } from '../flow/flow.ts';
import type { Deps } from '../ports.ts';
import { newReviewReference } from '../review/review-reference.ts';
import type { Ruling } from './adjudicator.ts';
import { concludeSamePerson } from './conclude-repeated-proofing.ts';
import { concludeVerified } from './conclude-verified.ts';
import type { Judgment } from './judgment.ts';

/** Makes a ruling the case's decision, with all that follows from it, in one transaction. False when overtaken. */
export async function conclude(
  deps: Deps,
  of: LiveCase,
  ruling: Exclude<Ruling, { next: 'run' }>,
  findings: CurrentFindings,
): Promise<boolean> {
  if (ruling.next === 'verified') {
    return of.account
      ? concludeSamePerson(deps, of, of.account, findings)
      : concludeVerified(deps, of, findings);
  }
  const { judgment } = ruling;
  switch (judgment.verdict) {
    case 'try-again':
      return concludeTryAgain(deps, of, judgment);
    case 'needs-person':
      return concludeNeedsPerson(deps, of, judgment.reasons);
    case 'refuse':
      return concludeRefused(deps, of, judgment.reasons);
  }
}

/** Nobody waits for ever: after this long a case that cannot be checked is an agent's matter, and then it is deleted. */
export const waitedTooLong = ({ clock, settings }: Deps, { submittedAt }: StoredCase): boolean =>
  submittedAt !== undefined && clock.now().getTime() - submittedAt.getTime() > settings.recordsGiveUpAfter;

export const concludeWaitedTooLong = (deps: Deps, of: LiveCase): Promise<boolean> =>
  concludeNeedsPerson(deps, of, ['records-unavailable-too-long']);

function concludeTryAgain(
  deps: Deps,
  of: LiveCase,
  { redo, reasons }: Extract<Judgment, { verdict: 'try-again' }>,
): Promise<boolean> {
  const [step] = redo;
  if (!step) throw new Error('a try-again names a step');
  const decision: Decision = { outcome: 'try-again', step, reasons };
  const answers = askAgain(of.contents.answers, redo);
  const changed = decided(
    deps,
    { ...of, stage: 'collecting', contents: { ...of.contents, answers } },
    decision,
  );
  return saveCase(deps, of, changed, (tx) => tell(deps, tx, of, decision));
}

/** A23: the case stays with all an agent needs, for a limited time, under a reference the person can quote. */
function concludeNeedsPerson(deps: Deps, of: LiveCase, reasons: readonly ReasonCode[]): Promise<boolean> {
  const now = deps.clock.now();
  const reference = newReviewReference();
  const decision: Decision = { outcome: 'needs-person', reasons, reference };
  const deleteAt = new Date(now.getTime() + deps.settings.keepEvidenceForReview);
  const changed = { ...decided(deps, { ...of, stage: 'in-review' }, decision), deleteAt };
  return saveCase(deps, of, changed, async (tx) => {
    const review = { reference, person: of.person, caseId: of.id, reasons, openedAt: now };
    await deps.stores.reviews.open(tx, review);
    await tell(deps, tx, of, decision, { kind: 'proofing-needs-person', reference });
  });
}
