import { err, ok, type Result, rollBackOnError } from '../../kernel/index.ts';
import { isSessionGone, type Presence } from '../authentication/index.ts';
import { leakedFor, leakedWith } from './leaked-method.ts';
import type { RecoveryParts } from './parts.ts';
import type { RecoverError, Recovery } from './recovery.ts';

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
    const { person, recovery } = underWay;
    try {
      const begun = await rollBackOnError(
        parts.transact,
        async (tx): Promise<Result<Presence, RecoverError>> => {
          if (!(await parts.store.succeed(tx, recovery, proof.method, now))) return err({ code: 'not-now' });
          const next = await parts.recovering.begin(tx, presence, underWay, proof, to.account.auditRef);
          if (!next) return err({ code: 'does-not-match' });
          await parts.endAtAgencies(tx, person); // whoever held the account holds nothing at agencies either (P4)
          const disavows = { person, kind: 'recovery', about: recovery } as const;
          await parts.tell.send(tx, to, 'recovery-succeeded', { at: now }, disavows);
          return ok(next);
        },
      );
      if (begun.ok) await proof.succeeded();
      return begun;
    } catch (error) {
      // a second press of the button finds that the first has taken the session
      if (isSessionGone(error)) return err({ code: 'not-now' });
      throw error;
    }
  };
