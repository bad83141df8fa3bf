import type { Clock, Transact } from '../../../kernel/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AccountRecovery } from './account-recovery.ts';
import { anyLeak, leakedFor } from './leaked-method.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import type { RecoveryNotices } from './recovery-notices.ts';

interface AllowNeeds {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly recoveries: Pick<RecoveryStore, 'forgive' | 'unblock'>;
  readonly recoveryNotices: Pick<RecoveryNotices, 'mail' | 'whom'>;
  readonly transact: Transact;
}

/** Lifts what "this was not me" blocked. Only the person may, signed in with two factors: a mailbox alone opens nothing. */
export const allowAgain =
  ({ audit, clock, recoveries, recoveryNotices, transact }: AllowNeeds): AccountRecovery['allowAgain'] =>
  async ({ session: { person, aal } }) => {
    const to = person && aal >= 2 ? await recoveryNotices.whom(person) : undefined;
    if (!to) return;
    const { account } = to;
    await transact(async (tx) => {
      const unblocked = await recoveries.unblock(tx, account.person);
      if (!(await recoveries.forgive(tx, account.person)) && !unblocked) return;
      await recoveryNotices.mail(tx, to, 'recovery-allowed-again', { at: clock.now() });
      await audit.record(tx, {
        action: 'recovery.allowed-again',
        actor: { kind: 'person' },
        subject: account.auditRef,
      });
    });
  };

interface BlockedNeeds {
  readonly clock: Clock;
  readonly recoveries: Pick<RecoveryStore, 'blockedUntil' | 'disavowedAt'>;
}

/** The block on every recovery, or else on the methods that leaked. */
export const blockedUntil =
  ({ clock, recoveries }: BlockedNeeds): AccountRecovery['blockedUntil'] =>
  async ({ session: { person, aal } }) => {
    if (!person || aal < 2) return undefined;
    const leaked = await recoveries.disavowedAt(person, anyLeak);
    const until = leaked && new Date(leaked.getTime() + leakedFor);
    return (
      (await recoveries.blockedUntil(person, clock.now())) ??
      (until && until > clock.now() ? until : undefined)
    );
  };
