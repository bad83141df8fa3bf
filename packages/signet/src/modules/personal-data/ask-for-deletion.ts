import { randomBytes, randomUUID } from 'node:crypto';
import { AppError, days, type PersonId, type Tx } from '../../kernel/index.ts';
import { lookupUnder } from '../vault/index.ts';
import type { AccountDeletion, PendingDeletion } from './deletion.ts';
import type { PersonalDataNeeds } from './ports.ts';
import type { DeletionStore } from './postgres-deletions.ts';
import { addresseesOf, tell } from './tell-of-deletion.ts';

export const linkPurpose = 'keep-account';

/** A link that keeps the account, for one round of mails. The token is stored nowhere. */
export async function newKeepLink(
  store: DeletionStore,
  tx: Tx,
  person: PersonId,
  origin: string,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await store.addLink(tx, person, lookupUnder(token, linkPurpose));
  return `${origin}/keep-account/${token}`;
}

export const askForDeletion =
  (needs: PersonalDataNeeds, store: DeletionStore): AccountDeletion['ask'] =>
  async (person): Promise<PendingDeletion> => {
    const told = await addresseesOf(needs, person);
    if (!told) throw new AppError('no-such-person');
    const askedAt = needs.clock.now();
    const dueAt = new Date(askedAt.getTime() + needs.settings.waitBeforeDeletion);
    const begun = await needs.transact(async (tx) => {
      const deletion = { person, reference: randomUUID(), asked_at: askedAt, due_at: dueAt };
      if (!(await store.add(tx, deletion))) return false;
      const keepLink = await newKeepLink(store, tx, person, needs.settings.origin);
      await tell(needs, tx, told, 'deletion-asked', { at: askedAt, dueAt, keepLink });
      await needs.audit.record(tx, {
        action: 'account.deletion-asked',
        actor: { kind: 'person' },
        subject: told.account.auditRef,
        details: { days: Math.round(needs.settings.waitBeforeDeletion / days(1)) },
      });
      return true;
    });
    const earlier = begun ? undefined : await store.of(person);
    return earlier
      ? { askedAt: earlier.asked_at, dueAt: earlier.due_at, closing: earlier.state === 'closing' }
      : { askedAt, dueAt, closing: false };
  };
