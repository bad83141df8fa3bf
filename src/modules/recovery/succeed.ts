import { AppError, err, ok, type Result } from '../../kernel/index.ts';
import type { Presence } from '../authentication/index.ts';
import { leakedFor, leakedWith } from './leaked-method.ts';
import type { RecoveryParts } from './parts.ts';
import type { RecoverError, Recovery } from './recovery.ts';

/** Rolls the transaction back: what the proof is of was used up by another request. */
class Refused extends Error {
  readonly error: RecoverError;

  constructor(error: RecoverError) {
    super('refused');
    this.error = error;
  }
}

/**
 * The second of the two (B15), in one transaction: the recovery's row, the proof's use, the session, the end of every
 * other session, at agencies as well, the notices (B16), the audit entry. Of two presses at once one wins, and the other finds it done.
 */
export const succeed =
  (parts: Omit<RecoveryParts, 'succeed'>): Recovery['succeed'] =>
  async (presence, proof): Promise<Result<Presence, RecoverError>> => {
    const underWay = parts.recovering.underWay(presence);
    const to = underWay && (await parts.tell.whom(underWay.person));
    if (!underWay || to?.account.status !== 'active') return err({ code: 'not-now' });
    const now = parts.clock.now();
    const leaked = await parts.store.disavowedAt(underWay.person, leakedWith(proof.method));
    if (leaked && now.getTime() - leaked.getTime() < leakedFor) return err({ code: 'not-now' });
    try {
      const next = await parts.transact(async (tx) => {
        const { person, recovery } = underWay;
        if (!(await parts.store.succeed(tx, recovery, proof.method, now)))
          throw new Refused({ code: 'not-now' });
        const begun = await parts.recovering.begin(tx, presence, underWay, proof);
        if (!begun) throw new Refused({ code: 'does-not-match' });
        await parts.endAtAgencies(tx, person); // whoever held the account holds nothing at agencies either (P4)
        const disavows = { person, kind: 'recovery', about: recovery } as const;
        await parts.tell.send(tx, to, 'recovery-succeeded', { at: now }, disavows);
        return begun;
      });
      await proof.succeeded();
      return ok(next);
    } catch (error) {
      if (error instanceof Refused) return err(error.error);
      // a second press of the button finds that the first has taken the session
      if (error instanceof AppError && error.code === 'session-gone') return err({ code: 'not-now' });
      throw error;
    }
  };
