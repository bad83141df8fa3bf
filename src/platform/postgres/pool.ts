import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparing } from './prepared.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number); // counts and positions stay far below 2^53

/** The database as nobody in particular sees it: each module adds its own tables with `withTables`. */
// biome-ignore lint/complexity/noBannedTypes: kysely's own type for "no tables yet"
export type Database = Kysely<{}>;

export interface Pool {
  readonly db: Database;
  readonly pg: pg.Pool;
  close(): Promise<void>;
}

/** Opens a pool; connections are made when first used. `onIdleError` hears of servers that go away. */
export function openPool(url: string, onIdleError: (error: Error) => void, max = 20): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    application_name: 'signet',
  });
  let closing = false;
  pool.on('error', (error) => {
    if (!closing) onIdleError(error); // while closing, a server that hangs up first is no news
  });
  // biome-ignore lint/complexity/noBannedTypes: kysely's own type for "no tables yet"
  const db = new Kysely<{}>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return {
    db,
    pg: pool,
    close() {
      closing = true;
      return db.destroy();
    },
  };
}
