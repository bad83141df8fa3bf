import { AppError, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Required } from '../flow/steps.ts';
import { identityOf } from '../identity/proven-identity.ts';
import type { Deps } from '../ports.ts';
import type { CaseView } from '../proofing.ts';
import type { StoredCase } from './case-store.ts';
import { isRecovery, viewOf } from './case-view.ts';
import { recordAct } from './record-act.ts';

/** The open case, an ended one that reached what is required, or a new one. */
export async function startCase(deps: Deps, tx: Tx, person: PersonId, required: Required): Promise<CaseView> {
  const { cases } = deps.stores;
  const last = await cases.latest(person, tx);
  if (last && isRecovery(last)) return viewOf(last); // one case a recovery: what is proven there claims no number
  if (last && last.stage !== 'ended') return viewOf(await raised(deps, tx, last, required));
  if (last?.decision?.outcome === 'verified' && (await reaches(deps, person, required))) return viewOf(last);
  return newCase(deps, tx, person, required);
}

/** At the level that is proven: a new document never leaves somebody with less. */
export async function startAgain(deps: Deps, tx: Tx, person: PersonId): Promise<CaseView> {
  const last = await deps.stores.cases.latest(person, tx);
  if (last && (isRecovery(last) || last.stage !== 'ended')) return viewOf(last);
  const proven = await identityOf(deps, person);
  return newCase(deps, tx, person, { ial: proven?.ial === 1 ? 1 : 2 });
}

async function newCase(deps: Deps, tx: Tx, person: PersonId, required: Required): Promise<CaseView> {
  const { cases } = deps.stores;
  await cases.create(tx, { person }, required, deps.clock.now());
  const started = await cases.latest(person, tx); // of another tab, if that was faster
  if (!started) throw new AppError('case-not-created');
  await recordAct(deps, tx, started, 'proofing.started', { ial: required.ial });
  return viewOf(started);
}

const reaches = async (deps: Deps, person: PersonId, required: Required): Promise<boolean> =>
  ((await identityOf(deps, person))?.ial ?? 0) >= required.ial;

/** A case begun for one agency may have to do for another that asks for more. */
async function raised(deps: Deps, tx: Tx, open: StoredCase, required: Required): Promise<StoredCase> {
  if (open.required.ial >= required.ial) return open;
  const changed = { ...open, required };
  return (await deps.stores.cases.save(tx, changed)) ? { ...changed, version: open.version + 1 } : open;
}
