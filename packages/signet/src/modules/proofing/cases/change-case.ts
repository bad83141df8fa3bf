import {
  AppError,
  type CaseId,
  type Clock,
  err,
  ok,
  type PersonId,
  type Result,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import type { Answers } from '../flow/index.ts';
import { type PassageStore, passagesBetween, stepOf } from '../scoreboard/index.ts';
import type { LiveCase, StoredCase } from './case.ts';
import { type CaseView, flowState, type NotNow, viewOf } from './case-view.ts';
import type { CallBackLetters, CaseStore, ImageStore } from './ports.ts';
import { withStandingApproval } from './standing-approval.ts';

export interface ChangeNeeds {
  readonly clock: Clock;
  readonly transact: Transact;
  readonly store: Pick<CaseStore, 'latest' | 'byId' | 'save'>;
  readonly images: Pick<ImageStore, 'delete' | 'deleteAll'>;
  readonly passages: Pick<PassageStore, 'count'>;
  /** A link for a phone ends with the last of its photos, in the same transaction. */
  readonly endPhoneLink: (tx: Tx, of: LiveCase) => Promise<void>;
  readonly callBackLetters: CallBackLetters;
}

/** Two tabs may collide once or twice; more often than this is not a person. */
const tries = 8;

/**
 * Changes the person's open case: reads it, lets `apply` say what it becomes, and writes it unless somebody else
 * did meanwhile; then all over again with what they left. `also` runs in the same transaction. Photos that are no
 * longer answers are deleted with the change.
 */
export async function changeCase<E>(
  needs: ChangeNeeds,
  person: PersonId,
  apply: (open: LiveCase, now: Date) => Result<LiveCase, E>,
  also?: (tx: Tx, changed: LiveCase) => Promise<void>,
): Promise<Result<CaseView, E | NotNow>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const open = await needs.store.latest(person);
    if (!open?.contents || open.stage === 'ended') return err('not-now');
    const applied = apply(open, needs.clock.now());
    if (!applied.ok) return applied;
    if (applied.value === open) return ok(viewOf(open)); // nothing new was said
    const changed = { ...applied.value, touchedAt: needs.clock.now() };
    const saved = await saveCase(needs, open, changed, async (tx) => {
      await needs.endPhoneLink(tx, changed);
      await also?.(tx, changed);
    });
    if (saved) return ok(viewOf(changed));
  }
  throw new AppError('case-contended', { status: 409 });
}

class Overtaken extends Error {}

/**
 * Writes a changed case and what goes with it, and nothing at all when the case was changed meanwhile (false).
 * What it becomes may be found out within the transaction. See `writeCase`.
 */
export async function saveCase(
  needs: ChangeNeeds,
  before: StoredCase,
  change: StoredCase | ((tx: Tx) => Promise<StoredCase>),
  also?: (tx: Tx, changed: StoredCase) => Promise<void>,
): Promise<boolean> {
  try {
    await needs.transact(async (tx) => {
      const asked = typeof change === 'function' ? await change(tx) : change;
      const changed = await writeCase(needs, tx, before, asked);
      if (!changed) throw new Overtaken();
      await also?.(tx, changed);
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

/**
 * Writes a changed case in the caller's transaction; undefined when it was changed meanwhile. Images that the change leaves
 * unreferenced are deleted, approvals of answers that it changes fall, and a letter that nobody awaits any more is not mailed.
 */
export async function writeCase(
  needs: Pick<ChangeNeeds, 'store' | 'images' | 'passages' | 'callBackLetters'>,
  tx: Tx,
  before: StoredCase,
  asked: StoredCase,
): Promise<StoredCase | undefined> {
  const changed = withStep(before, withStandingApproval(before, asked));
  if (!(await needs.store.save(tx, changed))) return undefined;
  countPassages(needs, tx, before, changed);
  await deleteLeftImages(needs, tx, before, changed);
  if (awaitsLetter(before) && !awaitsLetter(changed)) await needs.callBackLetters(tx, [changed.id]);
  return changed;
}

/** A step began with the change that led to it. */
const withStep = (before: StoredCase, changed: StoredCase): StoredCase =>
  stepOf(flowState(before)) === stepOf(flowState(changed))
    ? changed
    : { ...changed, stepSince: changed.touchedAt };

/** A25, in the transaction of what is counted. Getting an account back is another journey, and is not counted with this one. */
function countPassages(
  { passages }: Pick<ChangeNeeds, 'passages'>,
  tx: Tx,
  before: StoredCase,
  changed: StoredCase,
): void {
  if (changed.account) return;
  const now = changed.touchedAt;
  const passed = passagesBetween({ ...before, flow: flowState(before) }, flowState(changed), now);
  if (passed.length > 0) passages.count(tx, passed, now.toISOString().slice(0, 10));
}

const awaitsLetter = ({ stage }: StoredCase): boolean => stage === 'awaiting-letter';

async function deleteLeftImages(
  { images }: Pick<ChangeNeeds, 'images'>,
  tx: Tx,
  before: StoredCase,
  changed: StoredCase,
): Promise<void> {
  const { person, id: caseId } = changed;
  if (!changed.contents) return images.deleteAll(tx, { person, caseId });
  const kept = imagesOf(changed.contents.answers);
  const left = before.contents ? imagesOf(before.contents.answers).filter((id) => !kept.includes(id)) : [];
  for (const id of left) await images.delete(tx, { person, caseId, id });
}

const imagesOf = ({ photos, liveSelfie }: Answers): string[] => [
  ...new Set([...Object.values(photos), ...(liveSelfie?.frames ?? [])].map((picture) => picture.id)),
];

/** The same for a case by its id, for jobs: `apply` returns nothing when there is nothing to do. */
export async function changeById(
  needs: ChangeNeeds,
  id: CaseId,
  apply: (stored: StoredCase, now: Date) => StoredCase | undefined,
  also?: (tx: Tx, changed: StoredCase) => Promise<void>,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const stored = await needs.store.byId(id);
    const applied = stored && apply(stored, needs.clock.now());
    if (!applied) return false;
    const changed = { ...applied, touchedAt: needs.clock.now() };
    if (await saveCase(needs, stored, changed, also)) return true;
  }
  throw new AppError('case-contended', { status: 409 });
}

/** A case with new answers: what was decided about the old ones no longer stands. */
export function withAnswers(open: LiveCase, answers: Answers): LiveCase {
  const { decision: _decided, ...rest } = open;
  return { ...rest, contents: { ...open.contents, answers } };
}
