import { type Database, days, type PersonId, type Tx } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';

type Tables = {
  people: { id: PersonId };
  email_addresses: {
    address_id: string;
    lookup: Buffer;
    person: PersonId;
    address: Buffer;
    is_primary: boolean;
    verified_at: Date;
    restored_at: Date | null;
  };
  removed_email_addresses: {
    address_id: string;
    person: PersonId;
    lookup: Buffer;
    address: Buffer;
    verified_at: Date;
    told_until: Date;
    restored_at: Date | null;
  };
};

export interface KeptAddress {
  readonly id: string;
  readonly sealed: Buffer;
  readonly primary: boolean;
  readonly verifiedAt: Date;
}

export interface NewAddress {
  readonly id: string;
  readonly lookup: Buffer;
  readonly sealed: Buffer;
  readonly verifiedAt: Date;
}

export interface AddressStore {
  /** Primary first, then by age. */
  of(person: PersonId, tx?: Tx): Promise<readonly KeptAddress[]>;
  /** Removed ones that are still told. */
  stillTold(person: PersonId, now: Date, tx?: Tx): Promise<readonly Buffer[]>;
  /** How many there are; two that add wait for each other here. */
  countInTurn(tx: Tx, person: PersonId): Promise<number>;
  /** Whose it is after this: another person's stays theirs. `added`: it was nobody's before. */
  add(
    tx: Tx,
    person: PersonId,
    address: NewAddress,
  ): Promise<{ readonly owner: PersonId; readonly added: boolean }>;
  /** False for the primary one and for one that is not there. */
  remove(tx: Tx, person: PersonId, id: string, toldUntil: Date): Promise<boolean>;
  /** Undoes `remove`; false when it is over, it was undone before, or the address is somebody's by now. */
  restore(tx: Tx, person: PersonId, id: string, now: Date): Promise<boolean>;
  /** The id of the one that was primary before; undefined when there is no such address. */
  makePrimary(tx: Tx, person: PersonId, id: string): Promise<string | undefined>;
  /**
   * One that was added after `since`: out, primary or not, and not told. The oldest that is left is primary then. False,
   * and nothing happens, where none would be left.
   */
  disown(tx: Tx, person: PersonId, id: string, now: Date, since: Date): Promise<boolean>;
  /** Removed ones that are told until `toldFrom` or longer come back, and those added at or after `since` go. */
  undoSince(tx: Tx, person: PersonId, since: Date, toldFrom: Date, now: Date): Promise<void>;
  forgetRemoved(now: Date): Promise<void>;
}

export function postgresAddresses(database: Database): AddressStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  const on = (tx: Tx | undefined) => (tx ? within(tx) : db);

  async function insert(
    tx: Tx,
    person: PersonId,
    { id, lookup, sealed, verifiedAt }: NewAddress,
    restoredAt?: Date,
  ) {
    const row = {
      address_id: id,
      lookup,
      person,
      address: sealed,
      is_primary: false,
      verified_at: verifiedAt,
      restored_at: restoredAt ?? null,
    };
    const inserted = await within(tx)
      .insertInto('email_addresses')
      .values(row)
      .onConflict((conflict) => conflict.column('lookup').doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
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
    return insert(tx, person, { id, lookup, sealed: address, verifiedAt: verified_at }, now);
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

  return {
    async of(person, tx) {
      const rows = await on(tx)
        .selectFrom('email_addresses')
        .selectAll()
        .where('person', '=', person)
        .orderBy('is_primary', 'desc')
        .orderBy('verified_at')
        .execute();
      return rows.map((row) => ({
        id: row.address_id,
        sealed: row.address,
        primary: row.is_primary,
        verifiedAt: row.verified_at,
      }));
    },

    async stillTold(person, now, tx) {
      const rows = await on(tx)
        .selectFrom('removed_email_addresses')
        .select('address')
        .where('person', '=', person)
        .where('told_until', '>', now)
        .execute();
      return rows.map(({ address }) => address);
    },

    async countInTurn(tx, person) {
      await within(tx).selectFrom('people').select('id').where('id', '=', person).forNoKeyUpdate().execute();
      const { count } = await within(tx)
        .selectFrom('email_addresses')
        .select((of) => of.fn.countAll<string>().as('count'))
        .where('person', '=', person)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async add(tx, person, address) {
      const added = await insert(tx, person, address);
      if (added) {
        await within(tx)
          .deleteFrom('removed_email_addresses')
          .where('person', '=', person)
          .where('lookup', '=', address.lookup)
          .execute();
        return { owner: person, added };
      }
      const { owner } = await within(tx)
        .selectFrom('email_addresses')
        .select('person as owner')
        .where('lookup', '=', address.lookup)
        .executeTakeFirstOrThrow();
      return { owner, added };
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

    async makePrimary(tx, person, id) {
      const all = await within(tx)
        .selectFrom('email_addresses')
        .select(['address_id', 'is_primary'])
        .where('person', '=', person)
        .forUpdate() // until this ends none of them is removed
        .execute();
      const before = all.find((one) => one.is_primary);
      if (!before || !all.some((one) => one.address_id === id)) return undefined;
      for (const chosen of [before.address_id, id]) {
        const values = { is_primary: chosen === id };
        await within(tx)
          .updateTable('email_addresses')
          .set(values)
          .where('address_id', '=', chosen)
          .execute();
      }
      return before.address_id;
    },

    disown,

    async undoSince(tx, person, since, toldFrom, now) {
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

/** An address that came back by a link comes back so no second time for a month. */
const onceSince = (now: Date): Date => new Date(now.getTime() - days(30));
