import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '../../kernel/index.ts';
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

const pools = new WeakMap<Database, pg.Pool>();

/** Throws AppError for a database that `openPool` did not make, such as one inside a transaction. */
export function poolBehind(db: Database): pg.Pool {
  const pool = pools.get(db);
  if (!pool) throw new AppError('no-pool-behind-this-database');
  return pool;
}

/** Opens a pool; connections are made when first used. `onIdleError` hears of servers that go away. */
export function openPool(url: string, onIdleError: (error: Error) => void, max = 20): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    pipeline: true, // what a transaction asks at once travels together
    application_name: 'signet',
  });
  // A connection that is lost between two statements of a transaction has nobody to tell: without a listener it would
  // end the process. Whoever holds it hears of the loss from their next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let closing = false;
  // A connection in use that breaks fails its query; the event beside that would end the process if nobody listened.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => {
    if (!closing) onIdleError(error); // while closing, a server that hangs up first is no news
  });
  // biome-ignore lint/complexity/noBannedTypes: kysely's own type for "no tables yet"
  const db = new Kysely<{}>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  pools.set(db, pool);
  return {
    db,
    pg: pool,
    close() {
      closing = true;
      return db.destroy();
    },
  };
}
