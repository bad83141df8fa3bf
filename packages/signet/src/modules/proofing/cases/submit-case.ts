import { countedSince, err, ok, type PersonId, type Result, usedUpUntil } from '../../../kernel/index.ts';
import { caseLimits } from '../limits.ts';
import { isGone } from './case.ts';
import { type CaseView, mayAnswer, type NotNow, viewOf } from './case-view.ts';
import { type ChangeNeeds, changeCase } from './change-case.ts';
import { type JobQueue, proofingJobNames, type SubmissionCount } from './ports.ts';
import { type RecordNeeds, recordAct } from './record-act.ts';

export type SubmitError =
  | { readonly code: NotNow }
  | { readonly code: 'too-many-tries'; readonly again: Date };

export interface SubmitNeeds extends ChangeNeeds, RecordNeeds {
  readonly jobs: JobQueue;
  readonly submissions: SubmissionCount;
  /** How many were sent in lately by this person, or from this network. */
  readonly sentLately: (of: string) => number;
}

/**
 * Sends the answers to be checked: state, job and audit entry in one transaction. A second click, or a second tab,
 * finds the case sent and sends nothing.
 */
export async function submitCase(
  needs: SubmitNeeds,
  person: PersonId,
  network?: string,
): Promise<Result<CaseView, SubmitError>> {
  const last = await needs.store.latest(person);
  if (last && last.stage !== 'collecting' && !isGone(last)) return ok(viewOf(last));
  const again = await tooManyTries(needs, person);
  if (again) return err({ code: 'too-many-tries', again });

  const sent = await changeCase<NotNow | 'already'>(
    needs,
    person,
    (open, now) => {
      if (open.stage !== 'collecting') return err('already');
      if (!mayAnswer(open, 'check-answers')) return err('not-now');
      const { checkedAnewAt: _before, ...contents } = open.contents;
      return ok({ ...open, contents, stage: 'checking', submittedAt: now, dueAt: now, unanswered: 0 });
    },
    async (tx, changed) => {
      await needs.submissions.addSubmission(tx, changed, changed.touchedAt);
      const counted = network === undefined ? [person] : [person, `network ${network}`];
      const behind = Math.max(...counted.map((of) => needs.sentLately(of)));
      await needs.jobs.enqueue(tx, proofingJobNames.check, { caseId: changed.id, behind }, { behind });
      await recordAct(needs, tx, changed, 'proofing.submitted');
    },
  );
  if (sent.ok) return sent;
  const now = sent.error === 'already' ? await needs.store.latest(person) : undefined;
  return now ? ok(viewOf(now)) : err({ code: 'not-now' });
}

/** A22, velocity: when the next submission may be made, if none may be made now. */
async function tooManyTries(
  { clock, submissions }: SubmitNeeds,
  person: PersonId,
): Promise<Date | undefined> {
  const [limit, now] = [caseLimits['a-day'], clock.now()];
  return usedUpUntil(limit, await submissions.submissionsSince(person, countedSince(limit, now)), now);
}
