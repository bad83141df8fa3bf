import { sql } from 'kysely';
import { type Database, days, sqlStates } from '../../kernel/index.ts';
import { type Queries, queriesOn } from './pool.ts';

/** No row of a table that is divided by `day_slot` may end later than this after it was written. Milliseconds. */
export const longestInDaySlots = days(1);

/** The clocks of one deployment differ by less than this (`refuseWrongClock`). */
const clocksDiffer = sql`interval '1 hour'`;

/**
 * Empties what ended on a day that is over: one partition of the table, at once and however many rows it holds. A
 * DELETE of a day's rows takes minutes, leaves as much to vacuum, and falls behind when there are too many.
 *
 * Which day is over the database says: a worker whose clock is days ahead would take today's. And whatever a row's day was
 * reckoned by, it stays while it counts, and the partition with it.
 *
 * The partition is taken for a moment in which nobody reads it. Where that moment does not come soon it stays, for the
 * next sweep: statements that wait behind this one must not wait long. So its rows are looked at before as well, when
 * nobody waits yet.
 */
export async function emptyPastDay(db: Database, table: string): Promise<void> {
  const partition = await pastPartition(queriesOn(db), table);
  if (!(await hasOnlyEnded(queriesOn(db), partition))) return;
  try {
    await queriesOn(db)
      .transaction()
      .execute(async (tx) => {
        await sql`SELECT set_config('lock_timeout', '500ms', true), set_config('statement_timeout', '5s', true)`.execute(
          tx,
        );
        await sql`LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE`.execute(tx);
        if (await hasOnlyEnded(tx, partition)) await sql`TRUNCATE ${partition}`.execute(tx);
      });
  } catch (error) {
    if ((error as { code?: string }).code !== sqlStates.lockNotAvailable) throw error;
  }
}

type Partition = ReturnType<typeof sql.table>;

async function pastPartition(db: Queries, table: string): Promise<Partition> {
  const { rows } = await sql<{ slot: number }>`
    SELECT day_slot(now() - interval '1 day' - ${clocksDiffer}) AS slot`.execute(db);
  return sql.table(`${table}_${rows[0]?.slot}`);
}

/** False also where there is none at all. */
async function hasOnlyEnded(db: Queries, partition: Partition): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean | null }>`
    SELECT max(expires_at) < now() - ${clocksDiffer} AS ended FROM ${partition}`.execute(db);
  return rows[0]?.ended ?? false;
}

const mostAtOnce = 5000;

/** Deletes what has ended in many small steps, so that none holds locks for long or runs into a time limit. */
export async function deleteExpired(db: Database, table: string, now: Date): Promise<void> {
  const name = sql.table(table);
  let deleted: number;
  do {
    const { numAffectedRows } = await sql`
      DELETE FROM ${name} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${name} WHERE expires_at <= ${now} LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED))`.execute(
      queriesOn(db),
    );
    deleted = Number(numAffectedRows ?? 0);
  } while (deleted === mostAtOnce);
}
