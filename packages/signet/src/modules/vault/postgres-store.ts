import { type Kysely, sql } from 'kysely';
import { AppError, type Database, onceARequest, type PersonId, type Tx } from '../../kernel/index.ts';
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
const findItems = 'SELECT kind AS item, sealed, opened FROM vault_items WHERE person = $1';
const findWrapAndItems = `SELECT NULL AS item, wrapped AS sealed, NULL AS opened
  FROM vault_wraps WHERE person = $1 AND kind = $2 AND ref = $3 UNION ALL ${findItems}`;

/** A wrap (then without `item`), or an item. */
type Found = { readonly item: ItemKind | null; readonly sealed: Buffer; readonly opened: Buffer | null };
type Way = readonly [person: PersonId, kind: WrapKind, ref: string];

/**
 * Whoever opens a vault mostly reads it in the same request: its items come with the wrap, and are asked for once. What
 * writes to a vault says so.
 */
function vaultReads(database: Database) {
  const find = (text: string, values: readonly unknown[]) => lookUp<Found>(database, text, values);
  const items = onceARequest<PersonId, readonly Found[]>((person) => find(findItems, [person]));
  const openings = onceARequest<string, readonly Found[]>((way) => find(findWrapAndItems, JSON.parse(way)));
  return {
    items: items.of,
    opening(way: Way): Promise<readonly Found[]> {
      const found = openings.of(JSON.stringify(way));
      items.learned(way[0], found);
      return found;
    },
    changes() {
      items.changes();
      openings.changes();
    },
  };
}

/** Vaults in PostgreSQL; every table is keyed by person first, so that it can be spread by person. */
export function postgresVaultStore(database: Database): VaultStore {
  const db = queriesOn(database).withTables<Tables>();
  const reads = vaultReads(database);
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
      reads.changes();
      await within(tx)
        .insertInto('vault_wraps')
        .values(wrap)
        .onConflict((conflict) =>
          conflict.columns(['person', 'kind', 'ref']).doUpdateSet({ wrapped: wrap.wrapped }),
        )
        .execute();
    },

    async deleteWrap(tx, person, kind, ref) {
      reads.changes();
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
      return (await reads.opening([person, kind, ref])).find(({ item }) => item === null)?.sealed;
    },

    async putItem(tx, person, kind, sealed) {
      reads.changes();
      await within(tx)
        .insertInto('vault_items')
        .values({ person, kind, sealed, opened: null })
        .onConflict((conflict) => conflict.columns(['person', 'kind']).doUpdateSet({ sealed, opened: null }))
        .execute();
    },

    lookAhead: (person, kind, ref) => void reads.opening([person, kind, ref]).catch(() => undefined),
    lookAheadAtItems: (person) => void reads.items(person).catch(() => undefined),

    async itemOf(person, kind) {
      const row = (await reads.items(person)).find(({ item }) => item === kind);
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
      reads.changes();
      await db
        .updateTable('vault_items')
        .set({ opened })
        .where('person', '=', person)
        .where('kind', '=', kind)
        .where('sealed', '=', sealed)
        .execute();
    },

    async deleteVault(tx, person) {
      reads.changes();
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
      reads.changes();
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
