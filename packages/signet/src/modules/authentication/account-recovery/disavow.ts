import {
  AppError,
  assertNever,
  type Clock,
  days,
  type PersonId,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { DisavowableKind, Disavowal, Disavowals } from '../../notices/index.ts';
import type { Email } from '../email/index.ts';
import type { Undoing } from '../removal/index.ts';
import type { AccountRecovery } from './account-recovery.ts';
import type { EndAllAtAgencies } from './complete-recovery.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import type { RecoveryNotices } from './recovery-notices.ts';

interface DisavowNeeds {
  readonly accounts: Pick<Accounts, 'suspend'>;
  readonly audit: AuditLog;
  readonly cancelCase: (tx: Tx, id: string) => Promise<void>;
  readonly clock: Clock;
  readonly disavowals: Pick<Disavowals, 'find' | 'take'>;
  readonly endAllAtAgencies: EndAllAtAgencies;
  readonly recoveries: Pick<RecoveryStore, 'block' | 'cancel' | 'cancelAll'>;
  readonly recoveryNotices: Pick<RecoveryNotices, 'mail' | 'whom'>;
  readonly transact: Transact;
  readonly undoEmailChange: Email['undoChange'];
  readonly undoing: Undoing;
}

/** A recovery that was stopped does not begin again for so long, unless its person signs in and allows it. */
const blockedFor = days(7);

/**
 * How long the link of a recovery that succeeded takes away what it bound. Later it only signs out: whoever reads the
 * mailbox must not lock out, weeks afterwards, a person who has no earlier ways left.
 */
const undoneWithin = days(7);

/**
 * "This was not me": undoes the very change that the link's notice told of, ends every session, and tells every address.
 * It lets nobody in, shows nothing, and gives nothing back that was the person's: whoever reads the mailbox, and is not
 * the person, can at worst sign them out and take away what is new.
 */
export const disavow =
  (needs: DisavowNeeds): AccountRecovery['disavow'] =>
  async (token): Promise<DisavowableKind | undefined> => {
    const { audit, clock, disavowals, endAllAtAgencies, recoveryNotices, transact, undoing } = needs;
    const found = await disavowals.find(token);
    if (!found || found.used) return found?.kind; // a second press finds it done
    const to = await recoveryNotices.whom(found.person);
    if (!to) return undefined; // erased meanwhile
    await transact(async (tx) => {
      const taken = await disavowals.take(tx, token);
      if (!taken) return; // by a first press of the same button
      await undo(needs, tx, taken);
      await undoing.endSessions(tx, taken.person);
      await endAllAtAgencies(tx, taken.person); // P4: whoever came in this way is in nowhere
      await recoveryNotices.mail(tx, to, 'disavowed', { kind: taken.kind, at: clock.now() });
      await audit.record(tx, {
        action: 'change.disavowed',
        actor: { kind: 'person' },
        subject: to.account.auditRef,
        details: { kind: taken.kind },
      });
    });
    return found.kind;
  };

async function undo(needs: DisavowNeeds, tx: Tx, { kind, person, about, toldAt }: Disavowal): Promise<void> {
  const { accounts, undoing } = needs;
  switch (kind) {
    case 'authenticator':
      return undoing.authenticator(tx, person, about, toldAt);
    case 'sign-in':
      return undoing.authenticator(tx, person, 'password', toldAt);
    case 'recovery':
      return stopRecovery(needs, tx, person, about);
    case 'identity':
      await accounts.suspend(tx, person);
      return;
    case 'contact':
      await needs.undoEmailChange(tx, person, about);
      return;
    default:
      return assertNever(kind);
  }
}

async function stopRecovery(needs: DisavowNeeds, tx: Tx, person: PersonId, id: string): Promise<void> {
  const { clock, recoveries, undoing } = needs;
  await needs.cancelCase(tx, id);
  const stopped = await recoveries.cancel(tx, id);
  if (!stopped) throw new AppError('no-such-recovery');
  const now = clock.now().getTime();
  await recoveries.cancelAll(tx, person); // a thief may have begun several
  if (!stopped.recoveredAt) return recoveries.block(tx, person, new Date(now + blockedFor));
  if (now - stopped.recoveredAt.getTime() > undoneWithin) return;
  if (!(await undoing.recovery(tx, person, id, stopped.recoveredAt)))
    await undoing.authenticatorsSince(tx, person, stopped.recoveredAt);
}
