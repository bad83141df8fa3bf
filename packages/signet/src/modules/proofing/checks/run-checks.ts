import { AppError, type CaseId } from '../../../kernel/index.ts';
import { adjudicate, type Ruling } from '../adjudication/adjudicator.ts';
import { conclude, concludeWaitedTooLong, waitedTooLong } from '../adjudication/conclude-case.ts';
import { historyOf } from '../adjudication/earlier-tries.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { saveCase } from '../cases/change-case.ts';
import { tellOwner } from '../cases/end-case.ts';
import { type CheckName, type CurrentFindings, currentFindings, inputsOf } from '../findings/findings.ts';
import type { Deps } from '../ports.ts';
import { proofingJobs } from '../proofing.ts';
import { type CheckResult, performCheck } from './perform-check.ts';

/** Every round ends in a finding, a decision or a postponement; more rounds than this is a fault. */
const mostRounds = 24;

/**
 * The job. Runs what is missing, one check after the other, each kept before the next begins: a worker that dies
 * leaves what it had found, and whoever comes next goes on from there. A case that is no longer checking (decided
 * by another run, or withdrawn) is nothing to do.
 */
export async function runChecks(deps: Deps, id: CaseId): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const stored = await deps.stores.cases.byId(id);
    if (stored?.stage !== 'checking' || !stored.contents) return;
    if ((await runOne(deps, stored)) === 'over') return;
  }
  throw new AppError('checks-do-not-end');
}

async function runOne(deps: Deps, of: LiveCase): Promise<'over' | 'more'> {
  const { findings, ruling } = await rule(deps, of);
  if (isBehind(of, findings)) return 'more';
  if (ruling.next !== 'run') return (await conclude(deps, of, ruling, findings)) ? 'over' : 'more';
  const performed = await performCheck(deps, ruling.check, of);
  if (performed.ok) {
    await keep(deps, of, ruling.check, performed.value);
    return 'more'; // overtaken or not: the next round sees what stands
  }
  return (await postpone(deps, of)) ? 'over' : 'more';
}

/** The document was read by another run after the case was: what that run wrote in the case is missing here. */
const isBehind = ({ contents }: LiveCase, { document }: CurrentFindings): boolean =>
  document?.barcode === 'read' && contents.license === undefined;

async function rule(deps: Deps, of: LiveCase): Promise<{ findings: CurrentFindings; ruling: Ruling }> {
  const kept = await deps.stores.findings.ofCase(of);
  const findings = currentFindings(kept, of.contents.answers);
  const history = await historyOf(deps, of, kept);
  const ruling = adjudicate(findings, of.waived, {
    history,
    settings: deps.settings,
    required: of.required,
  });
  return { findings, ruling };
}

/** The finding and what was read, in one transaction: never one without the other. */
async function keep(deps: Deps, of: LiveCase, check: CheckName, result: CheckResult): Promise<void> {
  const at = deps.clock.now();
  const { license: before, ...contents } = of.contents;
  const license = result.license === 'none' ? undefined : (result.license ?? before);
  const changed = {
    ...of,
    contents: { ...contents, ...(license && { license }) },
    unanswered: 0,
    dueAt: at,
    touchedAt: at,
  };
  const inputs = inputsOf(check, of.contents.answers);
  await saveCase(deps, of, changed, (tx) =>
    deps.stores.findings.add(tx, of, { inputs, at, finding: result.finding }),
  );
}

/** An authority does not answer: the case waits and comes back by itself, and after some time the person is told. */
async function postpone(deps: Deps, of: LiveCase): Promise<boolean> {
  const { settings, clock, jobs } = deps;
  const now = clock.now();
  if (waitedTooLong(deps, of)) return concludeWaitedTooLong(deps, of);
  const unanswered = of.unanswered + 1;
  const afterSeconds =
    settings.retryAfterSeconds[unanswered - 1] ?? settings.retryAfterSeconds.at(-1) ?? 3600;
  const pending = unanswered >= settings.unansweredBeforePending;
  const changed: LiveCase = {
    ...of,
    unanswered,
    dueAt: new Date(now.getTime() + afterSeconds * 1000),
    touchedAt: now,
    ...(pending && { decision: { outcome: 'pending-records' } }),
  };
  return saveCase(deps, of, changed, async (tx) => {
    await jobs.enqueue(tx, proofingJobs.check, { caseId: of.id }, { afterSeconds });
    if (pending && !of.decision) await tellOwner(deps, tx, of, { kind: 'proofing-waits' });
  });
}
