import { type Database, days, type PersonId, type Tx } from '../../kernel/index.ts';
import { queriesOn } from '../../platform/postgres/index.ts';
import type { AddressStore } from './address-store.ts';
import { type AddressTables, insertAddress, within } from './postgres-address-rows.ts';
import { accountReads } from './postgres-read-account.ts';

/** Addresses that go, and how one comes back. */
export function removedAddresses(
  database: Database,
): Pick<AddressStore, 'disown' | 'forgetRemoved' | 'remove' | 'restore' | 'stillTold' | 'undoSince'> {
  const db = queriesOn(database).withTables<AddressTables>();
  const reads = accountReads(database);
  return {
    async stillTold(person, now, tx) {
      const rows = await (tx ? within(tx) : db)
        .selectFrom('removed_email_addresses')
        .select('address')
        .where('person', '=', person)
        .where('told_until', '>', now)
        .execute();
      return rows.map(({ address }) => address);
    },

    async remove(tx, person, id, toldUntil) {
      const removed = await within(tx)
        .deleteFrom('email_addresses')
        .where('address_id', '=', id)
        .where('person', '=', person)
        .where('is_primary', '=', false)
        .returning(['address_id', 'person', 'lookup', 'address', 'verified_at', 'restored_at'])
        .executeTakeFirst();
      if (!removed) return false;
      const row = { ...removed, told_until: toldUntil };
      await within(tx).insertInto('removed_email_addresses').values(row).execute();
      return true;
    },

    restore: (tx, person, id, now) => bringBack(tx, person, id, now, 'once'),

    disown(tx, person, id, now, since) {
      reads.changes(person); // another may be primary then
      return disown(tx, person, id, now, since);
    },

    async undoSince(tx, person, since, toldFrom, now) {
      reads.changes(person);
      const removed = await within(tx)
        .selectFrom('removed_email_addresses')
        .select('address_id')
        .where('person', '=', person)
        .where('told_until', '>=', toldFrom)
        .execute();
      for (const { address_id } of removed) await bringBack(tx, person, address_id, now);
      const added = await within(tx)
        .selectFrom('email_addresses')
        .select('address_id')
        .where('person', '=', person)
        .where('verified_at', '>=', since)
        .execute();
      for (const { address_id } of added)
        await disown(tx, person, address_id, now, new Date(since.getTime() - 1));
    },

    async forgetRemoved(now) {
      await db.deleteFrom('removed_email_addresses').where('told_until', '<=', now).execute();
    },
  };
}

async function bringBack(tx: Tx, person: PersonId, id: string, now: Date, once?: 'once'): Promise<boolean> {
  const taken = await within(tx)
    .deleteFrom('removed_email_addresses')
    .where('address_id', '=', id)
    .where('person', '=', person)
    .where('told_until', '>', now)
    .$if(once !== undefined, (query) =>
      query.where(({ or, eb }) =>
        or([eb('restored_at', 'is', null), eb('restored_at', '<=', onceSince(now))]),
      ),
    )
    .returning(['lookup', 'address', 'verified_at'])
    .executeTakeFirst();
  if (!taken) return false;
  const { lookup, address, verified_at } = taken;
  return insertAddress(tx, person, { id, lookup, sealed: address, verifiedAt: verified_at }, now);
}

/** The oldest of the others, or the oldest of those removed: a thief may have removed them all. */
async function oldestOther(tx: Tx, person: PersonId, id: string, now: Date): Promise<string | undefined> {
  const others = await within(tx)
    .selectFrom('email_addresses')
    .select('address_id')
    .where('person', '=', person)
    .where('address_id', '!=', id)
    .orderBy('verified_at')
    .execute();
  if (others[0]) return others[0].address_id;
  const removed = await within(tx)
    .selectFrom('removed_email_addresses')
    .select('address_id')
    .where('person', '=', person)
    .where('told_until', '>', now)
    .orderBy('verified_at')
    .execute();
  for (const one of removed) if (await bringBack(tx, person, one.address_id, now)) return one.address_id;
  return undefined;
}

async function disown(tx: Tx, person: PersonId, id: string, now: Date, since: Date): Promise<boolean> {
  const found = await within(tx)
    .selectFrom('email_addresses')
    .select('is_primary')
    .where('address_id', '=', id)
    .where('person', '=', person)
    .where('verified_at', '>', since)
    .forUpdate()
    .executeTakeFirst();
  const next = found?.is_primary ? await oldestOther(tx, person, id, now) : undefined;
  if (!found || (found.is_primary && !next)) return false;
  await within(tx).deleteFrom('email_addresses').where('address_id', '=', id).execute();
  if (next) {
    const primary = { is_primary: true };
    await within(tx).updateTable('email_addresses').set(primary).where('address_id', '=', next).execute();
  }
  return true;
}

/** An address that came back by a link comes back so no second time for a month. */
const onceSince = (now: Date): Date => new Date(now.getTime() - days(30));
