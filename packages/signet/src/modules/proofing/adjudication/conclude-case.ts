import type { LiveCase, StoredCase } from '../cases/index.ts';
import type { CurrentFindings } from '../findings/index.ts';
import { askAgain, courseOf, type Decision, photosOf, type ReasonCode } from '../flow/index.ts';
import { factsOf, levelOf } from '../identity/index.ts';
import type { ReviewStore } from '../review/index.ts';
import { newReviewReference } from '../review/index.ts';
import type { Ruling } from './adjudicator.ts';
import { concludeRepeatedProofing } from './conclude-repeated-proofing.ts';
import { concludeVerified, refusedForNumber, type VerifyNeeds } from './conclude-verified.ts';
import type { Judgment } from './judgment.ts';
import { type LookLateNeeds, withPoorPhotos } from './look-late.ts';
import type { AdjudicationSettings } from './settings.ts';

export interface ConcludeNeeds extends VerifyNeeds, Pick<LookLateNeeds, 'lookLate'> {
  readonly cases: VerifyNeeds['cases'] & LookLateNeeds['cases'];
  /** A8: nothing shows yet that the document is this person's, and a code by mail is to. */
  readonly lacksMailedCode: (of: LiveCase) => boolean;
  readonly mailCode: (of: LiveCase) => Promise<boolean | keyof typeof noLetter>;
  readonly reviews: Pick<ReviewStore, 'open'>;
  readonly settings: Pick<AdjudicationSettings, 'keepEvidenceForReview'> & {
    readonly recordsGiveUpAfter: number;
  } & LookLateNeeds['settings'];
}

/** Makes a ruling the case's decision, with all that follows from it, in one transaction. False when overtaken. */
export async function conclude(
  needs: ConcludeNeeds,
  of: LiveCase,
  ruling: Exclude<Ruling, { next: 'run' }>,
  findings: CurrentFindings,
): Promise<boolean> {
  if (ruling.next === 'verified') {
    if (needs.lacksMailedCode(of)) return concludeMailedCode(needs, of, findings);
    return of.account
      ? concludeRepeatedProofing(needs, of, of.account, findings)
      : concludeVerified(needs, of, findings);
  }
  const { judgment } = ruling;
  switch (judgment.verdict) {
    case 'try-again':
      return concludeTryAgain(needs, of, judgment);
    case 'needs-person':
      return concludeNeedsPerson(needs, of, judgment.reasons, judgment.told);
    case 'refuse':
      return needs.cases.refuse(of, judgment.reasons);
  }
}

/** Where letters do not reach the person, somebody compares them with their document in the code's place. */
async function concludeMailedCode(
  needs: ConcludeNeeds,
  of: LiveCase,
  findings: CurrentFindings,
): Promise<boolean> {
  if (!wouldReachLevel(needs, of, findings)) return needs.cases.refuse(of, ['level-not-reached']);
  const refused = await refusedForNumber(needs, of);
  if (refused) return needs.cases.refuse(of, [refused]);
  const mailed = await needs.mailCode(of);
  return typeof mailed === 'boolean' ? mailed : concludeNeedsPerson(needs, of, [noLetter[mailed]]);
}

const noLetter = { 'too-many-letters': 'no-letter-possible', 'not-mailed': 'letter-not-mailed' } as const;

/** Nobody waits for a letter that can lead nowhere. */
function wouldReachLevel(
  { clock, deployment }: ConcludeNeeds,
  of: LiveCase,
  findings: CurrentFindings,
): boolean {
  const now = clock.now();
  const mailedCode = { for: '', letters: [], confirmedAt: now.toISOString() };
  const confirmed = { ...of, contents: { ...of.contents, mailedCode } };
  return levelOf(deployment, factsOf(confirmed, findings, now)) >= of.required.ial;
}

/** Nobody waits for ever: after this long a case that cannot be checked is an agent's matter, and then it is deleted. */
export const giveUpWaiting = (needs: ConcludeNeeds, of: LiveCase): Promise<boolean> | undefined =>
  waitedTooLong(needs, of) ? concludeNeedsPerson(needs, of, ['records-unavailable-too-long']) : undefined;

const waitedTooLong = (
  { clock, settings }: ConcludeNeeds,
  { submittedAt, contents }: StoredCase,
): boolean => {
  const since = contents?.checkedAnewAt ? new Date(contents.checkedAnewAt) : submittedAt;
  return since !== undefined && clock.now().getTime() - since.getTime() > settings.recordsGiveUpAfter;
};

async function concludeTryAgain(
  needs: ConcludeNeeds,
  of: LiveCase,
  { redo, reasons }: Extract<Judgment, { verdict: 'try-again' }>,
): Promise<boolean> {
  const { cases } = needs;
  const { changed: told, poor } = await withPoorPhotos(needs, of, redo);
  // the first in the order of the pages: what comes before a page is answered before it
  const step =
    photosOf(courseOf(of.contents.answers)).find((role) => poor.includes(role) || redo.includes(role)) ??
    redo[0];
  if (!step) throw new Error('a try-again names a step');
  const decision: Decision = { outcome: 'try-again', step, reasons };
  const answers = askAgain(told.contents.answers, redo);
  const changed = cases.decided(
    { ...told, stage: 'collecting', contents: { ...told.contents, answers } },
    decision,
  );
  return cases.save(of, changed, (tx) => cases.tell(tx, of, decision));
}

/**
 * A23: the case stays with all an agent needs, for a limited time, under a reference the person can quote. `told` is what
 * the person reads, and the audit log, which they may download.
 */
function concludeNeedsPerson(
  { clock, settings, cases, reviews }: ConcludeNeeds,
  of: LiveCase,
  reasons: readonly ReasonCode[],
  told = reasons,
): Promise<boolean> {
  const now = clock.now();
  const reference = newReviewReference();
  const decision: Decision = { outcome: 'needs-person', reasons: told, reference };
  const deleteAt = new Date(now.getTime() + settings.keepEvidenceForReview);
  const changed = { ...cases.decided({ ...of, stage: 'in-review' }, decision), deleteAt };
  return cases.save(of, changed, async (tx) => {
    await reviews.open(tx, { reference, person: of.person, caseId: of.id, reasons, openedAt: now });
    await cases.tell(tx, of, decision, { kind: 'proofing-needs-person', reference });
  });
}
