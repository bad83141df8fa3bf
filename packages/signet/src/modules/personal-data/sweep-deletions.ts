import { days, forEachCollectingFaults, minutes, type PersonId } from '../../kernel/index.ts';
import { newKeepLink } from './ask-for-deletion.ts';
import type { AccountDeletion } from './deletion.ts';
import { closeAccount, eraseAccount } from './erase-account.ts';
import type { Hold, PersonalDataNeeds } from './ports.ts';
import type { DeletionStore, StoredDeletion } from './postgres-deletions.ts';
import { addresseesOf, tell } from './tell-of-deletion.ts';

/** The last mail before the end. */
const remindBefore = days(1);

/** Longer than any request takes (http/server.ts): what was under way when the account closed has ended by then. */
const restBeforeErasing = minutes(2);

/** Why the deletion may not happen now: a fraud hold, or somebody who says that the account was taken from them. */
export async function holdOn(needs: PersonalDataNeeds, person: PersonId): Promise<Hold | undefined> {
  if ((await needs.accounts.get(person))?.status === 'suspended') return 'suspended';
  return (await needs.isInRecovery(person)) ? 'in-recovery' : undefined;
}

export const sweepDeletions =
  (needs: PersonalDataNeeds, store: DeletionStore): AccountDeletion['sweep'] =>
  async () => {
    const now = needs.clock.now().getTime();
    const close = closeAccount(needs, store);
    const erase = eraseAccount(needs, store);
    const toRemind = await store.toRemind(new Date(now + remindBefore));
    const reminded = await forEachCollectingFaults(toRemind, remind);
    const toClose = await store.toClose(new Date(now));
    const closed = await forEachCollectingFaults(toClose, async (person) =>
      (await holdOn(needs, person)) ? false : close(person),
    );
    const toErase = await store.toErase(new Date(now - restBeforeErasing));
    const erased = await forEachCollectingFaults(toErase, (person) => erase(person));
    const faults = [reminded, closed, erased].flatMap((all) => all.faults);
    if (faults.length > 0) throw new AggregateError(faults, 'some deletions could not go on');
    return { reminded: reminded.done, closed: closed.done, erased: erased.done };

    /** Sends no reminder where the whole wait is no longer than the time that a reminder comes before its end. */
    async function remind({ person, asked_at, due_at }: StoredDeletion): Promise<boolean> {
      if (due_at.getTime() - asked_at.getTime() <= remindBefore) return false;
      const told = await addresseesOf(needs, person);
      return needs.transact(async (tx) => {
        if (!told || !(await store.markReminded(tx, person, needs.clock.now()))) return false;
        const keepLink = await newKeepLink(store, tx, person, needs.settings.origin);
        await tell(needs, tx, told, 'deletion-soon', { dueAt: due_at, keepLink });
        return true;
      });
    }
  };
