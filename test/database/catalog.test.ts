import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';

/**
 * What every table must say of itself, so that an existing distributed PostgreSQL can take the schema and a reader can
 * trust it (CONTRIBUTING, "The database"). The queue's own schema is its library's.
 */
const tables = sql`(
  SELECT oid, relname, split_part(obj_description(oid), ':', 1) AS kind, obj_description(oid) AS comment
  FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition)`;

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, (error) => console.error(error));
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

/** What a query finds fault with, one line each. */
async function faults(query: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = await sql<{ fault: string }>`SELECT fault FROM (${query}) AS found (fault)`.execute(
    pool.db,
  );
  return rows.map(({ fault }) => fault);
}

describe('finding H8: every table', () => {
  it('says whether it belongs to a person, to a look-up by hash, or to the deployment', async () => {
    expect(
      await faults(
        sql`SELECT relname FROM ${tables} t WHERE comment !~ '^(person|lookup|deployment): .' OR comment IS NULL`,
      ),
    ).toEqual([]);
    const { rows } = await sql<{ kind: string }>`SELECT DISTINCT kind FROM ${tables} t ORDER BY 1`.execute(
      pool.db,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['deployment', 'lookup', 'person']);
  });

  it('has a primary key', async () => {
    expect(
      await faults(sql`
        SELECT relname FROM ${tables} t
        WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = t.oid AND contype = 'p')`),
    ).toEqual([]);
  });

  it('has keys that begin with the person, or with what it is looked up by', async () => {
    const first = sql`(SELECT attname FROM pg_attribute WHERE attrelid = t.oid AND attnum = indkey[0])`;
    const firstOfPrimary = sql`(SELECT attname FROM pg_index p JOIN pg_attribute ON attrelid = t.oid AND attnum = p.indkey[0]
      WHERE p.indrelid = t.oid AND p.indisprimary)`;
    const unique = sql`${tables} t JOIN pg_index i ON indrelid = t.oid AND indisunique`;
    expect(
      await faults(sql`
        SELECT indexrelid::regclass::text FROM ${unique}
        WHERE kind = 'person' AND ${first} <> CASE relname WHEN 'people' THEN 'id' ELSE 'person' END
        UNION ALL
        SELECT indexrelid::regclass::text FROM ${unique}
        WHERE kind = 'lookup' AND ${first} NOT IN (${firstOfPrimary}, 'person')
        UNION ALL
        SELECT relname || '.' || attname FROM ${tables} t JOIN pg_attribute ON attrelid = t.oid
        WHERE kind = 'deployment' AND attname = 'person'`),
    ).toEqual([]);
  });
});

describe('every column', () => {
  const columns = sql`(
    SELECT t.oid, relname, t.comment AS of_table, attnum, attname, atttypid, col_description(t.oid, attnum) AS comment
    FROM ${tables} t JOIN pg_attribute ON attrelid = t.oid AND attnum > 0 AND NOT attisdropped)`;
  const constrained = (type: string) => sql`EXISTS (
    SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = ${sql.lit(type)} AND c.attnum = ANY (conkey))`;

  it('that is text has a CHECK of its codes, or says what else it holds', async () => {
    expect(
      await faults(sql`
        SELECT relname || '.' || attname FROM ${columns} c
        WHERE atttypid IN ('text'::regtype, 'text[]'::regtype) AND NOT ${constrained('c')}
          AND coalesce(comment, '') NOT LIKE 'text: _%'`),
    ).toEqual([]);
  });

  it('that names a row of another table has a foreign key, or the reason why not', async () => {
    expect(
      await faults(sql`
        SELECT relname || '.' || attname FROM ${columns} c
        WHERE (atttypid = 'uuid'::regtype OR attname LIKE '%\\_id') AND NOT ${constrained('f')}
          AND coalesce(comment, '') NOT LIKE '%No foreign key: _%'
          AND NOT (attname = 'person' AND of_table LIKE '%No foreign key: _%')
          AND NOT (attname = 'case_id' AND of_table LIKE '%No foreign key: _%')
          AND attname <> 'id'`),
    ).toEqual([]);
  });

  it('is named as the others are', async () => {
    expect(
      await faults(sql`
        SELECT relname || '.' || attname FROM ${columns} c
        WHERE attname !~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'
          OR (atttypid = 'timestamptz'::regtype AND attname !~ '_(at|until|by)$')
          OR (atttypid = 'date'::regtype AND attname !~ '_(on|date)$')`),
    ).toEqual([]);
  });
});

it('every index and constraint is named after its table, and after what it is', async () => {
  expect(
    await faults(sql`
      SELECT i.relname FROM ${tables} t JOIN pg_index ON indrelid = t.oid JOIN pg_class i ON i.oid = indexrelid
      WHERE i.relname NOT LIKE t.relname || '\\_%' OR i.relname !~ '_(pkey|key|idx|idx[0-9])$'
      UNION ALL
      SELECT conname FROM ${tables} t JOIN pg_constraint ON conrelid = t.oid
      WHERE conname NOT LIKE t.relname || '\\_%'
        OR conname !~ (CASE contype WHEN 'p' THEN '_pkey$' WHEN 'u' THEN '_key$' WHEN 'f' THEN '_fkey$'
          WHEN 'c' THEN '_check[0-9]?$' ELSE '_not_null$' END)`),
  ).toEqual([]);
});

it('what is divided by days has the four partitions of day_slot, and the database counts days as the program does', async () => {
  const { rows } = await sql<{ table: string; parts: number; slots: string }>`
    SELECT relname AS table, count(*)::int AS parts,
      string_agg(pg_get_expr(relpartbound, oid), ' ' ORDER BY relname) AS slots
    FROM (SELECT p.relname, c.oid, c.relpartbound FROM pg_inherits JOIN pg_class p ON p.oid = inhparent
      JOIN pg_class c ON c.oid = inhrelid WHERE p.relnamespace = 'public'::regnamespace AND p.relkind = 'p'
      ORDER BY c.relname) AS partition
    GROUP BY relname ORDER BY 1`.execute(pool.db);
  expect(rows.map(({ table, parts }) => [table, parts])).toEqual([
    ['agency_sessions', 4],
    ['openid_artifacts', 4],
    ['sessions', 4],
  ]);
  const at = new Date('2026-11-29T23:59:59.999Z');
  const { rows: days } = await sql<{ slot: number }>`
    SELECT day_slot(${at}) AS slot UNION ALL SELECT day_slot(${new Date(at.getTime() + 1)})`.execute(pool.db);
  const expected = Math.floor(at.getTime() / 86_400_000) % 4;
  expect(days.map(({ slot }) => slot)).toEqual([expected, (expected + 1) % 4]);
});
