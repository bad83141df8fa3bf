import type { Database, Tx } from '../../kernel/index.ts';
import { queriesOn } from '../../platform/postgres/index.ts';
import type { AddressStore } from './address-store.ts';
import { insertAddress, type AddressTables as Tables, within } from './postgres-address-rows.ts';
import { accountReads } from './postgres-read-account.ts';
import { removedAddresses } from './postgres-removed-addresses.ts';

export function postgresAddresses(database: Database): AddressStore {
  const db = queriesOn(database).withTables<Tables>();
  const on = (tx: Tx | undefined) => (tx ? within(tx) : db);

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
      const added = await insertAddress(tx, person, address);
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

    async makePrimary(tx, person, id) {
      accountReads(database).changes(person);
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

    ...removedAddresses(database),
  };
}
