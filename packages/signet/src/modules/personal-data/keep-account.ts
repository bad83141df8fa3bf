import { err, ok, type PersonId, type Result } from '../../kernel/index.ts';
import { lookupUnder } from '../vault/index.ts';
import { linkPurpose } from './ask-for-deletion.ts';
import { endSessions } from './end-sessions.ts';
import type { PersonalDataNeeds } from './ports.ts';
import type { DeletionStore } from './postgres-deletions.ts';
import { addresseesOf, tell } from './tell-of-deletion.ts';

/**
 * Ends the wait. By link it may be that a thief asked for the deletion and is signed in: every session ends with it,
 * and the owner signs in again.
 */
export const keepAccount =
  (needs: PersonalDataNeeds, store: DeletionStore) =>
  async (person: PersonId, by: 'account' | 'link'): Promise<Result<'kept', 'nothing-to-keep'>> => {
    const told = await addresseesOf(needs, person);
    return needs.transact(async (tx) => {
      if (!told || !(await store.removeWaiting(tx, person))) return err('nothing-to-keep');
      if (by === 'link') await endSessions(needs, tx, person);
      await tell(needs, tx, told, 'account-kept', { at: needs.clock.now() });
      await needs.audit.record(tx, {
        action: 'account.kept',
        actor: { kind: 'person' },
        subject: told.account.auditRef,
        details: { by },
      });
      return ok('kept');
    });
  };

/** The person whose account a mailed link keeps, while it still waits. */
export const personOfLink =
  (store: DeletionStore) =>
  async (token: string): Promise<PersonId | undefined> =>
    store.personOfLink(lookupUnder(token, linkPurpose));
