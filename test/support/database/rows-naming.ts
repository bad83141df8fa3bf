import { sql } from 'kysely';
import type { Queries } from '../../../packages/signet/src/platform/postgres/index.ts';

export interface PersonColumn {
  readonly table: string;
  readonly column: string;
}

/** Every column of our own tables that names a person, by its name or by what it points to. */
export async function columnsNamingPeople(db: Queries): Promise<readonly PersonColumn[]> {
  const { rows } = await sql<PersonColumn>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ~ '(^|_)(person|subject|account)(_|$)'
      AND table_name NOT IN (SELECT relname FROM pg_class WHERE relispartition)
    UNION
    SELECT conrelid::regclass::text, attname FROM pg_constraint
      JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE contype = 'f' AND confrelid = 'people'::regclass
    UNION VALUES ('people', 'id')
    ORDER BY 1, 2`.execute(db);
  return rows;
}

/** Tables, whatever the schema, with a row in which one of these texts stands (bytes as hex). */
export async function tablesHolding(db: Queries, texts: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    SELECT schemaname AS schema, tablename AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(db);
  const holding = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ found: boolean }>`
      SELECT EXISTS (SELECT FROM ${sql.table(`${schema}.${name}`)} AS row
        WHERE EXISTS (SELECT FROM unnest(${[...texts]}::text[]) AS t WHERE strpos(row::text, t) > 0)) AS found`.execute(
      db,
    );
    if (rows[0]?.found) holding.push(name);
  }
  return holding;
}
