import { AppError, type CaseId } from '../../../kernel/index.ts';
import type { NotAnswered } from '../../records/index.ts';
import { type Cases, type JobQueue, type LiveCase, proofingJobNames } from '../cases/index.ts';
import {
  type CheckName,
  type CurrentFindings,
  currentFindings,
  type FindingStore,
  inputsOf,
  type KeptFinding,
} from '../findings/index.ts';
import { asCardSays } from '../flow/index.ts';
import type { CheckNeeds, CheckResult } from './check.ts';
import { performCheck } from './perform-check.ts';
import type { CheckSettings } from './settings.ts';

/** What the findings so far come to: the next check, or an end, which is carried out by calling `conclude`. */
export type NextMove =
  | { readonly next: 'run'; readonly check: CheckName }
  /** False when the case was changed meanwhile. */
  | { readonly next: 'conclude'; readonly conclude: () => Promise<boolean> };

export interface RunNeeds extends CheckNeeds {
  readonly cases: Pick<Cases, 'byId' | 'save' | 'photo' | 'frame' | 'tellOwner'>;
  readonly findings: Pick<FindingStore, 'ofCase' | 'add'>;
  readonly jobs: JobQueue;
  readonly settings: CheckSettings;
  /** The adjudicator's part: checks judge nothing. */
  readonly rule: (of: LiveCase, findings: CurrentFindings, kept: readonly KeptFinding[]) => Promise<NextMove>;
  /** Ends a wait that has lasted too long; undefined while it has not. */
  readonly giveUpWaiting: (of: LiveCase) => Promise<boolean> | undefined;
}

/** Every round ends in a finding, a decision or a postponement; more rounds than this is a fault. */
const mostRounds = 24;

/**
 * The job. Runs what is missing, one check after the other, each kept before the next begins: a worker that dies
 * leaves what it had found, and whoever comes next goes on from there. A case that is no longer checking (decided
 * by another run, or withdrawn) is nothing to do. `behind`: the place in line that it was sent in with, and has again
 * where it is put off.
 */
export async function runChecks(needs: RunNeeds, id: CaseId, behind = 0): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const stored = await needs.cases.byId(id);
    if (stored?.stage !== 'checking' || !stored.contents) return;
    if ((await runOne(needs, stored, behind)) === 'over') return;
  }
  throw new AppError('checks-do-not-end');
}

async function runOne(needs: RunNeeds, of: LiveCase, behind: number): Promise<'over' | 'more'> {
  const kept = await needs.findings.ofCase(of);
  const findings = currentFindings(kept, of.contents.answers);
  const ruling = await needs.rule(of, findings, kept);
  if (isBehind(of, findings)) return 'more';
  if (ruling.next !== 'run') return (await ruling.conclude()) ? 'over' : 'more';
  const performed = await performCheck(needs, ruling.check, of);
  if (performed.ok) {
    await keep(needs, of, ruling.check, performed.value);
    return 'more'; // overtaken or not: the next round sees what stands
  }
  return (await postpone(needs, of, behind, performed.error)) ? 'over' : 'more';
}

/** The document was read by another run after the case was: what that run wrote in the case is missing here. */
const isBehind = ({ contents }: LiveCase, { document }: CurrentFindings): boolean =>
  (document?.data === 'read' || document?.byPrint === true) && contents.document === undefined;

/** The finding and what was read, in one transaction: never one without the other. */
async function keep(needs: RunNeeds, of: LiveCase, check: CheckName, result: CheckResult): Promise<void> {
  const at = needs.clock.now();
  const { document: before, ...contents } = of.contents;
  const { waits: _answered, ...rest } = of;
  const document = result.document === 'unreadable' ? undefined : (result.document ?? before);
  const answers = asCardSays(contents.answers, document?.cardType);
  const changed: LiveCase = {
    ...rest,
    contents: { ...contents, answers, ...(document && { document }) },
    unanswered: 0,
    dueAt: at,
    touchedAt: at,
  };
  const inputs = inputsOf(check, of.contents.answers);
  await needs.cases.save(of, changed, (tx) =>
    needs.findings.add(tx, of, { inputs, at, finding: result.finding }),
  );
}

/**
 * An office does not answer: the case waits and comes back by itself, and after some tries the person is told which it is.
 * Only its own unanswered questions make it wait longer: where nobody was asked, it comes when the office is tried again.
 */
async function postpone(
  needs: RunNeeds,
  of: LiveCase,
  behind: number,
  missed: NotAnswered,
): Promise<boolean> {
  const { settings, clock, jobs, cases } = needs;
  const now = clock.now();
  const givenUp = needs.giveUpWaiting(of);
  if (givenUp) return givenUp;
  const unanswered = of.unanswered + (missed.asked ? 1 : 0);
  const afterSeconds = secondsToWait(settings, unanswered, missed, now);
  const pending = unanswered >= settings.unansweredBeforePending || !missed.asked || missed.why === 'refused';
  const changed: LiveCase = {
    ...of,
    unanswered,
    waits: { office: missed.office, why: missed.why },
    dueAt: new Date(now.getTime() + afterSeconds * 1000),
    touchedAt: now,
    ...(pending && { decision: { outcome: 'pending-records' } }),
  };
  return cases.save(of, changed, async (tx) => {
    await jobs.enqueue(tx, proofingJobNames.check, { caseId: of.id, behind }, { afterSeconds, behind });
    if (pending && !of.decision) await cases.tellOwner(tx, of, { kind: 'proofing-waits' });
  });
}

function secondsToWait(
  { retryAfterSeconds, refusedRetryAfterSeconds }: CheckSettings,
  unanswered: number,
  { asked, why, notBefore }: NotAnswered,
  now: Date,
): number {
  const own = asked ? (retryAfterSeconds[unanswered - 1] ?? retryAfterSeconds.at(-1) ?? 3600) : 0;
  const ours = why === 'refused' ? refusedRetryAfterSeconds : 0;
  const offices = notBefore ? Math.ceil((notBefore.getTime() - now.getTime()) / 1000) : 0;
  return Math.max(own, ours, offices, 1);
}
