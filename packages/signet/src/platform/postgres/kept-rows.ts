import { sql } from 'kysely';
import type { Tx } from '../../kernel/index.ts';
import { inside } from './transaction.ts';

/** Rows of one table as `to_jsonb` wrote them: each names its columns. */
export type KeptRows = readonly Readonly<Record<string, unknown>>[];

/**
 * Puts rows back that were kept as JSON, perhaps by an earlier release. They go by the names of their columns: one that a
 * migration added since takes its default, where `jsonb_populate_recordset` of the whole row would write NULL, and one
 * that is gone is left out. A migration that renames a column has to rename it in what is kept as well.
 */
export async function insertKeptRows(
  tx: Tx,
  table: string,
  rows: KeptRows,
  { skipExisting = false }: { readonly skipExisting?: boolean } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { rows: found } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`.execute(
    inside(tx),
  );
  const columns = found.filter(({ name }) => name in first).map(({ name }) => sql.ref(name));
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns)})
    SELECT ${sql.join(columns)}
    FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ${skipExisting ? sql`ON CONFLICT DO NOTHING` : sql``}`.execute(inside(tx));
}
