import type { PersonId, Tx } from '../../../kernel/index.ts';
import type { StoredCase } from './case.ts';
import { type ChangeNeeds, saveCase } from './change-case.ts';
import { type CloseReview, type EndNeeds, emptied, ended, type TellNeeds } from './end-case.ts';
import { type ProofingAct, recordAct } from './record-act.ts';

export interface WithdrawNeeds extends ChangeNeeds, EndNeeds, TellNeeds {
  readonly closeReview: CloseReview;
}

/** A17, delete on request: whatever the person's case holds goes now, at whichever stage it is. */
export async function withdrawCase(needs: WithdrawNeeds, person: PersonId): Promise<void> {
  for (;;) {
    const last = await needs.store.latest(person);
    if (!last?.contents) return;
    const changed = last.stage === 'ended' ? emptied(last) : ended(needs, last, undefined);
    if (await saveCase(needs, last, changed, (tx) => recordGone(needs, tx, last, 'proofing.withdrawn')))
      return;
  }
}

/** A case is over without a decision: its review closes with it. */
export async function recordGone(
  needs: WithdrawNeeds,
  tx: Tx,
  of: StoredCase,
  action: ProofingAct,
): Promise<void> {
  await needs.closeReview(tx, of, needs.clock.now());
  const actor = action === 'proofing.withdrawn' ? 'person' : 'system';
  await recordAct(needs, tx, of, action, {}, { kind: actor });
}
