import { AppError, type Clock, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Required } from '../flow/index.ts';
import type { SeenFrom } from '../scoreboard/index.ts';
import { recovers, type StoredCase } from './case.ts';
import { type CaseView, viewOf } from './case-view.ts';
import type { CaseStore } from './ports.ts';
import { type RecordNeeds, recordAct } from './record-act.ts';

export interface StartNeeds extends RecordNeeds {
  readonly clock: Clock;
  readonly store: Pick<CaseStore, 'create' | 'latest' | 'save'>;
  /** What the person is proven at, by today's rules; 0 where they are not. */
  readonly provenLevel: (person: PersonId) => Promise<number>;
}

/** The open case, an ended one that reached what is required, or a new one. */
export async function startCase(
  needs: StartNeeds,
  tx: Tx,
  person: PersonId,
  required: Required,
  seenFrom?: SeenFrom,
): Promise<CaseView> {
  const last = await needs.store.latest(person, tx);
  if (last && recovers(last)) return viewOf(last); // one case a recovery: what is proven there claims no number
  if (last && last.stage !== 'ended') return viewOf(await raised(needs, tx, last, required));
  const isProven = last?.decision?.outcome === 'verified';
  if (isProven && (await needs.provenLevel(person)) >= required.ial) return viewOf(last);
  return newCase(needs, tx, person, required, seenFrom);
}

/** At the level that is proven: a new document never leaves somebody with less. */
export async function startAgain(
  needs: StartNeeds,
  tx: Tx,
  person: PersonId,
  seenFrom?: SeenFrom,
): Promise<CaseView> {
  const last = await needs.store.latest(person, tx);
  if (last && (recovers(last) || last.stage !== 'ended')) return viewOf(last);
  return newCase(needs, tx, person, { ial: (await needs.provenLevel(person)) === 1 ? 1 : 2 }, seenFrom);
}

async function newCase(
  needs: StartNeeds,
  tx: Tx,
  person: PersonId,
  required: Required,
  seenFrom?: SeenFrom,
): Promise<CaseView> {
  return viewOf(await createCase(needs, tx, { person }, required, seenFrom));
}

/** A new case with its audit entry; the one of another tab, if that was faster. */
export async function createCase(
  needs: Pick<StartNeeds, 'clock' | 'store'> & RecordNeeds,
  tx: Tx,
  of: { readonly person: PersonId; readonly account?: PersonId },
  required: Required,
  seenFrom?: SeenFrom,
): Promise<StoredCase> {
  await needs.store.create(tx, of, required, needs.clock.now(), seenFrom);
  const started = await needs.store.latest(of.person, tx);
  if (!started) throw new AppError('case-not-created');
  await recordAct(needs, tx, started, 'proofing.started', { ial: required.ial });
  return started;
}

/**
 * A case begun for one agency may have to do for another that asks for more. Not once a letter left: its photos are gone, so
 * what more asks for could only be looked at by an agent without them. It ends as what it was begun for, and what it then
 * proves may suffice; where not, a new one begins.
 */
async function raised(needs: StartNeeds, tx: Tx, open: StoredCase, required: Required): Promise<StoredCase> {
  if (open.required.ial >= required.ial || open.contents?.mailedCode) return open;
  const changed = { ...open, required };
  return (await needs.store.save(tx, changed)) ? { ...changed, version: open.version + 1 } : open;
}
