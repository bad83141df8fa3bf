import { type Kysely, sql } from 'kysely';
import { AppError, type Database, type PersonId, type Tx } from '../../kernel/index.ts';
import { insertKeptRows, inside, lookUp, queriesOn } from '../../platform/postgres/index.ts';
import type { ItemKind } from './items.ts';
import type { VaultStore, WrapKind } from './ports.ts';
import type { VaultCopy } from './vault.ts';

type Tables = {
  vaults: { person: PersonId; public_key: Buffer };
  vault_wraps: { person: PersonId; kind: WrapKind; ref: string; wrapped: Buffer };
  vault_items: { person: PersonId; kind: ItemKind; sealed: Buffer; opened: Buffer | null };
};

const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

const findVault = 'SELECT person FROM vaults WHERE person = $1';
const findWrap = 'SELECT wrapped FROM vault_wraps WHERE person = $1 AND kind = $2 AND ref = $3';
const findItem = 'SELECT sealed, opened FROM vault_items WHERE person = $1 AND kind = $2';

/** Vaults in PostgreSQL; every table is keyed by person first, so that it can be spread by person. */
export function postgresVaultStore(database: Database): VaultStore {
  const db = queriesOn(database).withTables<Tables>();
  return {
    async insertVault(tx, person, publicKey) {
      const inserted = await within(tx)
        .insertInto('vaults')
        .values({ person, public_key: publicKey })
        .onConflict((conflict) => conflict.doNothing())
        .returning('person')
        .executeTakeFirst();
      return inserted !== undefined;
    },

    async hasVault(person) {
      return (await lookUp(database, findVault, [person])).length > 0;
    },

    async publicKeyOf(tx, person) {
      const row = await within(tx)
        .selectFrom('vaults')
        .select('public_key')
        .where('person', '=', person)
        .executeTakeFirst();
      return row?.public_key;
    },

    async putWrap(tx, wrap) {
      await within(tx)
        .insertInto('vault_wraps')
        .values(wrap)
        .onConflict((conflict) =>
          conflict.columns(['person', 'kind', 'ref']).doUpdateSet({ wrapped: wrap.wrapped }),
        )
        .execute();
    },

    async deleteWrap(tx, person, kind, ref) {
      await within(tx)
        .deleteFrom('vault_wraps')
        .where('person', '=', person)
        .where('kind', '=', kind)
        .where('ref', '=', ref)
        .execute();
    },

    wrapsOf: (person) =>
      db.selectFrom('vault_wraps').select(['kind', 'ref']).where('person', '=', person).execute(),

    async wrapOf(person, kind, ref) {
      const [row] = await lookUp<{ wrapped: Buffer }>(database, findWrap, [person, kind, ref]);
      return row?.wrapped;
    },

    async putItem(tx, person, kind, sealed) {
      await within(tx)
        .insertInto('vault_items')
        .values({ person, kind, sealed, opened: null })
        .onConflict((conflict) => conflict.columns(['person', 'kind']).doUpdateSet({ sealed, opened: null }))
        .execute();
    },

    async itemOf(person, kind) {
      const [row] = await lookUp<{ sealed: Buffer; opened: Buffer | null }>(database, findItem, [
        person,
        kind,
      ]);
      return row && { sealed: row.sealed, ...(row.opened ? { opened: row.opened } : {}) };
    },

    async holdItem(tx, person, kind) {
      const row = await within(tx)
        .selectFrom('vault_items')
        .select('sealed')
        .where('person', '=', person)
        .where('kind', '=', kind)
        .forUpdate()
        .executeTakeFirst();
      return row?.sealed;
    },

    async keepOpened(person, kind, { sealed, opened }) {
      await db
        .updateTable('vault_items')
        .set({ opened })
        .where('person', '=', person)
        .where('kind', '=', kind)
        .where('sealed', '=', sealed)
        .execute();
    },

    async deleteVault(tx, person) {
      await within(tx).deleteFrom('vaults').where('person', '=', person).execute();
    },

    async snapshotOf(tx, person) {
      const all = (table: string) =>
        sql`(SELECT coalesce(jsonb_agg(to_jsonb(held)), '[]') FROM ${sql.table(table)} held WHERE person = ${person})`;
      const { rows } = await sql<{ copy: VaultCopy }>`
        SELECT jsonb_build_object('vaults', ${all('vaults')}, 'wraps', ${all('vault_wraps')},
          'items', ${all('vault_items')}) AS copy`.execute(inside(tx));
      const [row] = rows;
      if (!row) throw new AppError('vault-missing');
      return row.copy;
    },

    async putBack(tx, person, { vaults, wraps, items }) {
      const put = (table: string, rows: VaultCopy['wraps']) =>
        insertKeptRows(
          tx,
          table,
          rows.filter((row) => row.person === person),
        );
      const { rows: same } = await sql`
        SELECT FROM vaults JOIN jsonb_populate_recordset(NULL::vaults, ${JSON.stringify(vaults)}::jsonb) held
          USING (person, public_key) WHERE person = ${person}`.execute(inside(tx));
      if (same.length > 0) {
        await within(tx).deleteFrom('vault_wraps').where('person', '=', person).execute();
        await put('vault_wraps', wraps);
        return;
      }
      await within(tx).deleteFrom('vaults').where('person', '=', person).execute();
      await put('vaults', vaults);
      await put('vault_wraps', wraps);
      await put('vault_items', items);
    },
  };
}
