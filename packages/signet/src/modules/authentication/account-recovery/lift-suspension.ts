import { type AuditRef, asId, type Clock, isUuid, type Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AccountRecovery } from './account-recovery.ts';
import type { RecoveryNotices } from './recovery-notices.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'findByAuditRef' | 'liftSuspension'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly recoveryNotices: Pick<RecoveryNotices, 'mail' | 'whom'>;
  readonly transact: Transact;
}

/** An agent knows an account by its name in the audit log and by nothing else. */
export const liftSuspension =
  ({ accounts, audit, clock, recoveryNotices, transact }: Needs): AccountRecovery['liftSuspension'] =>
  async (name, agent) => {
    const found = isUuid(name) ? await accounts.findByAuditRef(asId<AuditRef>(name)) : undefined;
    const to = found && (await recoveryNotices.whom(found.person));
    if (!to) return false;
    return transact(async (tx) => {
      if (!(await accounts.liftSuspension(tx, to.account.person))) return false;
      await recoveryNotices.mail(tx, to, 'account-reopened', { at: clock.now() });
      const actor = { kind: 'staff', ref: agent } as const;
      await audit.record(tx, { action: 'account.reopened', actor, subject: to.account.auditRef });
      return true;
    });
  };
