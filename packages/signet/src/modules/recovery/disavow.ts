import { AppError, assertNever, days, type PersonId, type Tx } from '../../kernel/index.ts';
import type { DisavowableKind, Disavowal } from '../notices/index.ts';
import type { RecoveryParts } from './parts.ts';
import type { Recovery } from './recovery.ts';
import { cancelCase } from './settle-case.ts';

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
  (parts: RecoveryParts): Recovery['disavow'] =>
  async (token): Promise<DisavowableKind | undefined> => {
    const { audit, authentication, clock, disavowals, endAtAgencies, tell, transact } = parts;
    const found = await disavowals.find(token);
    if (!found || found.used) return found?.kind; // a second press finds it done
    const to = await tell.whom(found.person);
    if (!to) return undefined; // erased meanwhile
    await transact(async (tx) => {
      const taken = await disavowals.take(tx, token);
      if (!taken) return; // by a first press of the same button
      await undo(parts, tx, taken);
      await authentication.undoing.endSessions(tx, taken.person);
      await endAtAgencies(tx, taken.person); // P4: whoever came in this way is in nowhere
      await tell.mail(tx, to, 'disavowed', { kind: taken.kind, at: clock.now() });
      await audit.record(tx, {
        action: 'change.disavowed',
        actor: { kind: 'person' },
        subject: to.account.auditRef,
        details: { kind: taken.kind },
      });
    });
    return found.kind;
  };

async function undo(parts: RecoveryParts, tx: Tx, { kind, person, about, toldAt }: Disavowal): Promise<void> {
  const { accounts, authentication } = parts;
  switch (kind) {
    case 'authenticator':
      return authentication.undoing.authenticator(tx, person, about, toldAt);
    case 'sign-in':
      return authentication.undoing.authenticator(tx, person, 'password', toldAt);
    case 'recovery':
      return stopRecovery(parts, tx, person, about);
    case 'identity':
      await accounts.suspend(tx, person);
      return;
    case 'contact':
      await authentication.email.undoChange(tx, person, about);
      return;
    default:
      return assertNever(kind);
  }
}

async function stopRecovery(parts: RecoveryParts, tx: Tx, person: PersonId, id: string): Promise<void> {
  const { authentication, clock, store } = parts;
  await cancelCase(parts, tx, id);
  const stopped = await store.cancel(tx, id);
  if (!stopped) throw new AppError('no-such-recovery');
  const now = clock.now().getTime();
  await store.cancelAll(tx, person); // a thief may have begun several
  if (!stopped.recoveredAt) return store.block(tx, person, new Date(now + blockedFor));
  if (now - stopped.recoveredAt.getTime() > undoneWithin) return;
  if (!(await authentication.undoing.recovery(tx, person, id, stopped.recoveredAt)))
    await authentication.undoing.authenticatorsSince(tx, person, stopped.recoveredAt);
}
