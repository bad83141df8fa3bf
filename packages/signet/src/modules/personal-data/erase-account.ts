import type { PersonId } from '../../kernel/index.ts';
import type { AccountDeletion } from './deletion.ts';
import { endSessions } from './end-sessions.ts';
import type { PersonalDataNeeds } from './ports.ts';
import type { DeletionStore } from './postgres-deletions.ts';
import { addresseesOf, tell } from './tell-of-deletion.ts';

/** The point of no return: nobody signs in any more, and nothing new begins. False when it was kept meanwhile. */
export const closeAccount =
  (needs: PersonalDataNeeds, store: DeletionStore) =>
  async (person: PersonId): Promise<boolean> => {
    const account = await needs.accounts.get(person);
    return needs.transact(async (tx) => {
      if (!account || !(await store.close(tx, person, needs.clock.now()))) return false;
      await needs.account.close(tx, person);
      await endSessions(needs, tx, person);
      await needs.audit.record(tx, {
        action: 'account.closed',
        actor: { kind: 'system' },
        subject: account.auditRef,
      });
      return true;
    });
  };

/**
 * The erasure. It may be killed at any point and made again, and ends the same way: rows that are gone are no error,
 * and the last transaction is all or nothing. Agencies have heard when the account was closed.
 *
 * Everything is forgotten twice. The first time waits for whoever still holds a row of the person's (a check that was
 * under way); what they wrote meanwhile goes with the second. False when another worker was first.
 */
export const eraseAccount =
  (needs: PersonalDataNeeds, store: DeletionStore) =>
  async (person: PersonId, { quietly = false } = {}): Promise<boolean> => {
    const told = await addresseesOf(needs, person);
    await needs.transact(async (tx) => {
      for (const one of needs.others) await one.forget(tx, person);
    });
    return needs.transact(async (tx) => {
      const reference = await store.takeClosing(tx, person);
      if (!reference || !told) return false;
      for (const one of needs.others) await one.forget(tx, person);
      await needs.account.forget(tx, person);
      const receiptLink = `${needs.settings.origin}/erased/${reference}`;
      if (!quietly) await tell(needs, tx, told, 'account-erased', { at: needs.clock.now(), receiptLink });
      await needs.audit.record(tx, {
        action: 'account.erased',
        actor: { kind: 'system' },
        subject: told.account.auditRef,
        details: { receipt: reference },
      });
      return true;
    });
  };

/** What a backup brought back goes again, under the reference that it had. */
export const eraseAgain =
  (needs: PersonalDataNeeds, store: DeletionStore): AccountDeletion['eraseAgain'] =>
  async (subject, reference) => {
    const person = await needs.account.personOf(subject);
    if (!person) return false;
    await needs.transact(async (tx) => {
      await store.putClosing(tx, person, reference, needs.clock.now());
      await needs.account.close(tx, person);
      await endSessions(needs, tx, person);
    });
    return eraseAccount(needs, store)(person, { quietly: true });
  };
