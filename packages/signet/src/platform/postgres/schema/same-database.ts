import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '../pool.ts';
import { databaseFault } from './database-fault.ts';

/** A database, and the setting that names it. */
export interface NamedDatabase {
  readonly setting: string;
  readonly db: Queries;
}

/**
 * Whether both settings name the very same database. Names do not say, nor do the server's number and the database's: a
 * copy of a server's files has the same. A lock is held in one database of one running server, and seen there by whoever
 * comes, whatever stands in between: so one is held through the first, under a number that nobody else uses, and asked for
 * through the second. Any login may do that.
 */
export async function nameSameDatabase(first: NamedDatabase, second: NamedDatabase): Promise<boolean> {
  const number = randomBytes(8).readBigInt64BE().toString();
  try {
    return await first.db.transaction().execute(async (tx) => {
      await take(tx, number);
      return !(await take(second.db, number).catch((error: unknown) => {
        throw databaseFault(error, second.setting);
      }));
    });
  } catch (error) {
    throw databaseFault(error, first.setting);
  }
}

/** Whether it was free. It is given back with the transaction, which a statement by itself is. */
async function take(db: Queries, number: string): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    SELECT pg_try_advisory_xact_lock(${number}::bigint) AS free`.execute(db);
  return rows[0]?.free ?? false;
}
