import {
  type Clock,
  err,
  ok,
  type PersonId,
  type Result,
  rollBackOnError,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import { isSessionGone, type Presence, type UnderWay } from '../session/index.ts';
import type { AccountRecovery, RecoverError } from './account-recovery.ts';
import { leakedFor, leakedWith } from './leaked-method.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import type { RecoveryNotices } from './recovery-notices.ts';
import type { RecoveryProof, RecoveryProofError, RecoverySteps } from './recovery-steps.ts';

/** Ends the person's sessions at every agency, and has each told. */
export type EndAllAtAgencies = (tx: Tx, person: PersonId) => Promise<void>;

interface Needs {
  readonly clock: Clock;
  readonly endAllAtAgencies: EndAllAtAgencies;
  readonly recoveries: Pick<RecoveryStore, 'disavowedAt' | 'succeed'>;
  readonly recoveryNotices: Pick<RecoveryNotices, 'send' | 'whom'>;
  readonly steps: Pick<RecoverySteps, 'begin' | 'underWay'>;
  readonly transact: Transact;
}

/**
 * The second of the two (B15), in one transaction: the recovery's row, the proof's use, the session, the end of every
 * other session, at agencies as well, the notices (B16), the audit entry. Of two presses at once one wins, and the other finds it done.
 */
export const completeRecovery =
  (needs: Needs): AccountRecovery['succeed'] =>
  async (presence, proof): Promise<Result<Presence, RecoverError>> => {
    const underWay = needs.steps.underWay(presence);
    const to = underWay && (await needs.recoveryNotices.whom(underWay.person));
    if (!underWay || to?.account.status !== 'active') return err({ code: 'not-now' });
    const now = needs.clock.now();
    const leaked = await needs.recoveries.disavowedAt(underWay.person, leakedWith(proof.method));
    if (leaked && now.getTime() - leaked.getTime() < leakedFor) return err({ code: 'not-now' });
    const { person, recovery } = underWay;
    try {
      const begun = await rollBackOnError(
        needs.transact,
        async (tx): Promise<Result<Presence, RecoverError>> => {
          if (!(await needs.recoveries.succeed(tx, recovery, proof.method, now)))
            return err({ code: 'not-now' });
          const next = await needs.steps.begin(tx, presence, underWay, proof, to.account.auditRef);
          if (!next) return err({ code: 'does-not-match' });
          await needs.endAllAtAgencies(tx, person); // whoever held the account holds nothing at agencies either (P4)
          const disavows = { person, kind: 'recovery', about: recovery } as const;
          await needs.recoveryNotices.send(tx, to, 'recovery-succeeded', { at: now }, disavows);
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

/** The recovery of this browser, if it was not stopped or forgotten meanwhile. */
export type OngoingRecovery = (presence: Presence) => Promise<UnderWay | undefined>;

export const createOngoingRecovery =
  ({
    clock,
    recoveries,
    steps,
  }: {
    readonly clock: Clock;
    readonly recoveries: Pick<RecoveryStore, 'isUnderWay'>;
    readonly steps: Pick<RecoverySteps, 'underWay'>;
  }): OngoingRecovery =>
  async (presence) => {
    const found = steps.underWay(presence);
    return found && (await recoveries.isUnderWay(found.recovery, clock.now())) ? found : undefined;
  };

/** Judges a proof only where a recovery is under way: a stopped one must not count or use up anything. */
export const completeWithProof =
  (ongoing: OngoingRecovery, complete: AccountRecovery['succeed']) =>
  <Input>(judge: (presence: Presence, input: Input) => Promise<Result<RecoveryProof, RecoveryProofError>>) =>
  async (presence: Presence, input: Input): Promise<Result<Presence, RecoverError>> => {
    if (!(await ongoing(presence))) return err({ code: 'not-now' });
    const proof = await judge(presence, input);
    return proof.ok ? complete(presence, proof.value) : proof;
  };
