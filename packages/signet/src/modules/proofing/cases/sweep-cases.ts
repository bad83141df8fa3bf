import { AppError, type CaseId, days, type PersonId, type Tx } from '../../../kernel/index.ts';
import { concludeWaitedTooLong, waitedTooLong } from '../adjudication/conclude-case.ts';
import type { Deps } from '../ports.ts';
import { proofingJobs } from '../proofing.ts';
import type { StoredCase } from './case-store.ts';
import { changeById, saveCase } from './change-case.ts';
import { concludeRefused, emptied, ended } from './end-case.ts';
import { recordAct } from './record-act.ts';

/** A17, delete on request: whatever the person's case holds goes now, at whichever stage it is. */
export async function withdrawCase(deps: Deps, person: PersonId): Promise<void> {
  for (;;) {
    const last = await deps.stores.cases.latest(person);
    if (!last?.contents) return;
    const changed = last.stage === 'ended' ? emptied(last) : ended(deps, last, undefined);
    if (await saveCase(deps, last, changed, (tx) => recordGone(deps, tx, last, 'proofing.withdrawn'))) return;
  }
}

async function recordGone(deps: Deps, tx: Tx, of: StoredCase, action: `proofing.${string}`): Promise<void> {
  await deps.stores.reviews.close(tx, of, deps.clock.now());
  const actor = action === 'proofing.withdrawn' ? 'person' : 'system';
  await recordAct(deps, tx, of, action, {}, { kind: actor });
}

/**
 * One case that cannot be handled keeps nobody else's from being deleted: its fault is thrown when all were tried.
 * What has to go goes first.
 */
export async function sweepCases(deps: Deps): Promise<{ woken: number; ended: number; deleted: number }> {
  const { cases } = deps.stores;
  const now = deps.clock.now().getTime();
  const faults: unknown[] = [];
  const due = await cases.toDelete(new Date(now));
  const deleted = await countDone(due, (id) => deleteDue(deps, id), faults);
  const left = await cases.abandoned(new Date(now - deps.settings.abandonAfter));
  const gone = await countDone(left, (id) => abandon(deps, id), faults);
  const unclaimed = await cases.unclaimed(new Date(now));
  await countDone(unclaimed, (id) => forgetRecovery(deps, id), faults);
  await deps.stores.phoneCodes.removeBefore(new Date(now - days(1)));
  const overdue = await cases.overdue(new Date(now - deps.settings.wakeAfter));
  const woken = await countDone(overdue, (id) => wake(deps, id), faults);
  if (faults.length > 0) throw new AppError('cases-not-swept', { cause: faults[0] });
  return { woken, ended: gone, deleted };
}

/**
 * Its job was lost with a queue or a worker: another is sent. Checks already made are not made again. A case whose checks
 * only ever fail is not woken for ever, or its photos would be kept for ever.
 */
async function wake(deps: Deps, id: CaseId): Promise<boolean> {
  const found = await deps.stores.cases.byId(id);
  if (found?.stage === 'checking' && found.contents && waitedTooLong(deps, found)) {
    return concludeWaitedTooLong(deps, found);
  }
  return changeById(
    deps,
    id,
    (stored, now) => (stored.stage === 'checking' ? { ...stored, dueAt: now } : undefined),
    (tx) => deps.jobs.enqueue(tx, proofingJobs.check, { caseId: id }),
  );
}

const abandon = (deps: Deps, id: CaseId): Promise<boolean> =>
  changeById(
    deps,
    id,
    (stored, now) =>
      stored.stage === 'collecting' && now.getTime() - stored.touchedAt.getTime() > deps.settings.abandonAfter
        ? ended(deps, stored, undefined)
        : undefined,
    (tx, changed) => recordGone(deps, tx, changed, 'proofing.abandoned'),
  );

/** The evidence has been kept long enough: a case that no agent decided ends with it. */
async function deleteDue(deps: Deps, id: CaseId): Promise<boolean> {
  const stored = await deps.stores.cases.byId(id);
  if (!stored?.deleteAt || stored.deleteAt > deps.clock.now()) return false;
  if (stored.stage === 'in-review') return concludeRefused(deps, stored, ['review-expired']);
  return saveCase(deps, stored, emptied(stored), (tx) =>
    recordGone(deps, tx, stored, 'proofing.evidence-deleted'),
  );
}

/** The account was not claimed in time: what was read for it goes, with the only key that opened it. */
const forgetRecovery = (deps: Deps, id: CaseId): Promise<boolean> =>
  changeById(
    deps,
    id,
    ({ claimBy, ...rest }, now) => (claimBy && claimBy <= now ? (rest as StoredCase) : undefined),
    async (tx, { person }) => {
      await deps.vault.erase(tx, person);
      await deps.stores.proven.erase(tx, person);
    },
  );

async function countDone(
  ids: readonly CaseId[],
  one: (id: CaseId) => Promise<boolean>,
  faults: unknown[],
): Promise<number> {
  let done = 0;
  for (const id of ids) {
    try {
      if (await one(id)) done++;
    } catch (fault) {
      faults.push(fault);
    }
  }
  return done;
}
