import {
  AppError,
  type CaseId,
  forEachCollectingFaults,
  type PersonId,
  type Tx,
} from '../../../kernel/index.ts';
import type { LiveCase } from './case.ts';
import { changeById, saveCase } from './change-case.ts';
import { concludeRefused, type EndNeeds, emptied, ended, withoutClaim } from './end-case.ts';
import { type CaseStore, type JobQueue, proofingJobNames } from './ports.ts';
import type { CaseSettings } from './settings.ts';
import { recordGone, type WithdrawNeeds } from './withdraw-case.ts';

export interface SweepNeeds extends WithdrawNeeds {
  readonly store: Pick<
    CaseStore,
    'latest' | 'byId' | 'save' | 'toDelete' | 'abandoned' | 'unclaimed' | 'overdue'
  >;
  readonly jobs: JobQueue;
  readonly settings: EndNeeds['settings'] & Pick<CaseSettings, 'abandonAfter' | 'wakeAfter'>;
  /** Ends a wait that has lasted too long; undefined while it has not. */
  readonly giveUpWaiting: (of: LiveCase) => Promise<boolean> | undefined;
  /** What was read for an account that nobody claimed. */
  readonly forgetRecovery: (tx: Tx, subject: PersonId) => Promise<void>;
  /** Counts of codes that no limit looks at any more, and links that are over. */
  readonly forgetPhones: (now: Date) => Promise<void>;
}

/**
 * One case that cannot be handled keeps nobody else's from being deleted: its fault is thrown when all were tried.
 * What has to go goes first.
 */
export async function sweepCases(
  needs: SweepNeeds,
): Promise<{ woken: number; ended: number; deleted: number }> {
  const { store, settings } = needs;
  const now = needs.clock.now().getTime();
  const due = await store.toDelete(new Date(now));
  const deleted = await forEachCollectingFaults(due, (id) => deleteDue(needs, id));
  const left = await store.abandoned(new Date(now - settings.abandonAfter));
  const gone = await forEachCollectingFaults(left, (id) => abandon(needs, id));
  const unclaimed = await store.unclaimed(new Date(now));
  const forgotten = await forEachCollectingFaults(unclaimed, (id) => forgetRecovery(needs, id));
  await needs.forgetPhones(new Date(now));
  const overdue = await store.overdue(new Date(now - settings.wakeAfter));
  const woken = await forEachCollectingFaults(overdue, (id) => wake(needs, id));
  const [cause] = [deleted, gone, forgotten, woken].flatMap(({ faults }) => faults);
  if (cause !== undefined) throw new AppError('cases-not-swept', { cause });
  return { woken: woken.done, ended: gone.done, deleted: deleted.done };
}

/** Most often its job is not lost but waits, and a second one must not go before those of others. */
const afterAllOthers = 1000;

/**
 * Its job was lost with a queue or a worker: another is sent. Checks already made are not made again. A case whose checks
 * only ever fail is not woken for ever, or its photos would be kept for ever.
 */
async function wake(needs: SweepNeeds, id: CaseId): Promise<boolean> {
  const found = await needs.store.byId(id);
  const givenUp = found?.stage === 'checking' && found.contents ? needs.giveUpWaiting(found) : undefined;
  if (givenUp) return givenUp;
  return changeById(
    needs,
    id,
    (stored, now) => (stored.stage === 'checking' ? { ...stored, dueAt: now } : undefined),
    (tx) =>
      needs.jobs.enqueue(
        tx,
        proofingJobNames.check,
        { caseId: id, behind: afterAllOthers },
        { behind: afterAllOthers },
      ),
  );
}

const abandon = (needs: SweepNeeds, id: CaseId): Promise<boolean> =>
  changeById(
    needs,
    id,
    (stored, now) =>
      stored.stage === 'collecting' &&
      now.getTime() - stored.touchedAt.getTime() > needs.settings.abandonAfter
        ? ended(needs, stored, undefined)
        : undefined,
    (tx, changed) => recordGone(needs, tx, changed, 'proofing.abandoned'),
  );

/** The evidence has been kept long enough: a case that no agent decided ends with it. */
async function deleteDue(needs: SweepNeeds, id: CaseId): Promise<boolean> {
  const stored = await needs.store.byId(id);
  if (!stored?.deleteAt || stored.deleteAt > needs.clock.now()) return false;
  if (stored.stage === 'awaiting-letter') return concludeRefused(needs, stored, ['letter-not-used']);
  if (stored.stage === 'in-review') return concludeRefused(needs, stored, ['review-expired']);
  return saveCase(needs, stored, emptied(stored), (tx) =>
    recordGone(needs, tx, stored, 'proofing.evidence-deleted'),
  );
}

/** The account was not claimed in time: what was read for it goes, with the only key that opened it. */
const forgetRecovery = (needs: SweepNeeds, id: CaseId): Promise<boolean> =>
  changeById(
    needs,
    id,
    (stored, now) => (stored.claimBy && stored.claimBy <= now ? withoutClaim(stored) : undefined),
    (tx, { person }) => needs.forgetRecovery(tx, person),
  );
