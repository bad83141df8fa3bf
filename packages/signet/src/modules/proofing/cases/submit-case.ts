import { days, err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import { flow } from '../flow/flow.ts';
import type { Deps } from '../ports.ts';
import { type CaseView, type NotNow, proofingJobs, type SubmitError } from '../proofing.ts';
import { flowState, isGone, viewOf } from './case-view.ts';
import { changeCase } from './change-case.ts';
import { recordAct } from './record-act.ts';

/**
 * Sends the answers to be checked: state, job and audit entry in one transaction. A second click, or a second tab,
 * finds the case sent and sends nothing.
 */
export async function submitCase(deps: Deps, person: PersonId): Promise<Result<CaseView, SubmitError>> {
  const last = await deps.stores.cases.latest(person);
  if (last && last.stage !== 'collecting' && !isGone(last)) return ok(viewOf(last));
  const again = await tooManyTries(deps, person);
  if (again) return err({ code: 'too-many-tries', again });

  const sent = await changeCase<NotNow | 'already'>(
    deps,
    person,
    (open, now) => {
      if (open.stage !== 'collecting') return err('already');
      if (!flow['check-answers'].canEnter(flowState(open))) return err('not-now');
      return ok({ ...open, stage: 'checking', submittedAt: now, dueAt: now, unanswered: 0 });
    },
    async (tx, changed) => {
      await deps.stores.findings.addSubmission(tx, changed, changed.touchedAt);
      await deps.jobs.enqueue(tx, proofingJobs.check, { caseId: changed.id });
      await recordAct(deps, tx, changed, 'proofing.submitted');
    },
  );
  if (sent.ok) return sent;
  const now = sent.error === 'already' ? await deps.stores.cases.latest(person) : undefined;
  return now ? ok(viewOf(now)) : err({ code: 'not-now' });
}

/** A22, velocity: when the next submission may be made, if none may be made now. */
async function tooManyTries(deps: Deps, person: PersonId): Promise<Date | undefined> {
  const dayAgo = new Date(deps.clock.now().getTime() - days(1));
  const times = await deps.stores.findings.submissionsSince(person, dayAgo);
  const oldestThatCounts = times.at(-deps.settings.submissionsPerDay);
  return oldestThatCounts && new Date(oldestThatCounts.getTime() + days(1));
}
