import { sql } from 'kysely';
import { type Database, days, hours } from '../../kernel/index.ts';
import { queriesOn } from './pool.ts';

/** No row of a table that is divided by `day_slot` may end later than this after it was written. Milliseconds. */
export const longestInDaySlots = days(1);

const dayLength = days(1);
const slots = 4;

/** The same sum as the function `day_slot` in the database. */
const slotOf = (endsAt: number): number => Math.floor(endsAt / dayLength) % slots;

/** The clocks of one deployment differ by less than this. */
const clocksDiffer = hours(1);

/**
 * Empties what ended on a day that is over: one partition of the table, at once and however many rows it holds. A
 * DELETE of a day's rows takes minutes, leaves as much to vacuum, and falls behind when there are too many.
 *
 * The partition is taken for a moment in which nobody reads it. Where that moment does not come soon it stays, for the
 * next sweep: statements that wait behind this one must not wait long.
 */
export async function emptyPastDay(db: Database, table: string, now: Date): Promise<void> {
  const partition = sql.table(`${table}_${slotOf(now.getTime() - clocksDiffer - dayLength)}`);
  const { rows } = await sql`SELECT FROM ${partition} LIMIT 1`.execute(queriesOn(db));
  if (rows.length === 0) return;
  try {
    await queriesOn(db)
      .transaction()
      .execute(async (tx) => {
        await sql`SET LOCAL lock_timeout = '500ms'`.execute(tx);
        await sql`TRUNCATE ${partition}`.execute(tx);
      });
  } catch (error) {
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
  }
}

const lockNotAvailable = '55P03';

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
