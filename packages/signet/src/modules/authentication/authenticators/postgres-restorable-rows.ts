import { type RawBuilder, sql } from 'kysely';
import { AppError, type PersonId } from '../../../kernel/index.ts';
import { insertKeptRows, inside } from '../../../platform/postgres/index.ts';
import type { HeldRows, RestorableRows } from './bound-authenticators.ts';

const rowsOf = (table: string, person: PersonId): RawBuilder<unknown> =>
  sql`(SELECT coalesce(jsonb_agg(to_jsonb(held)), '[]') FROM ${sql.table(table)} held WHERE person = ${person})`;

/** Of these tables of a way in; one that others hang on comes first. */
export const postgresRestorableRows = (...tables: readonly string[]): RestorableRows => ({
  async copyOf(tx, person) {
    const byTable = tables.flatMap((table) => [sql.lit(table), rowsOf(table, person)]);
    const { rows } = await sql<{ held: HeldRows }>`
      SELECT jsonb_build_object(${sql.join(byTable)}) AS held`.execute(inside(tx));
    const [row] = rows;
    if (!row) throw new AppError('rows-missing');
    return row.held;
  },
  async putBack(tx, person, held) {
    for (const table of [...tables].reverse())
      await sql`DELETE FROM ${sql.table(table)} WHERE person = ${person}`.execute(inside(tx));
    for (const table of tables) await insertKeptRows(tx, table, held[table] ?? [], { skipExisting: true });
  },
});
