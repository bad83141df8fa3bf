import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { AppError, type Database } from '../../kernel/index.ts';
import { type LookUps, openLookUps } from './look-up.ts';
import { preparedPool, preparedQuery } from './prepared.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number); // counts and positions stay far below 2^53

/** The database as nobody in particular sees it: each module adds its own tables with `withTables`. */
// biome-ignore lint/complexity/noBannedTypes: kysely's own type for "no tables yet"
export type Queries = Kysely<{}>;

/** Looks inside. For `postgres-*.ts` files and nobody else. */
export const queriesOn = (db: Database): Queries => db as unknown as Queries;

export interface Pool {
  readonly db: Database & Queries;
  readonly pg: pg.Pool;
  close(): Promise<void>;
}

/** Throws where the database does not answer. */
export const askWhetherUp = async (db: Queries): Promise<void> => void (await sql`SELECT 1`.execute(db));

const pools = new WeakMap<Database, { readonly pool: pg.Pool; readonly lookUps: LookUps }>();

function behind(db: Database) {
  const found = pools.get(db);
  if (!found) throw new AppError('no-pool-behind-this-database'); // such as one inside a transaction
  return found;
}

export const poolBehind = (db: Database): pg.Pool => behind(db).pool;

/**
 * Finds rows by a key, outside any transaction. For the statements of every request: see `openLookUps` for what
 * belongs here and what does not.
 */
export const lookUp = <R extends pg.QueryResultRow>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<R[]> => behind(db).lookUps.ask<R>(preparedQuery(text, values));

/** Opens a pool; connections are made when first used. `onIdleError` hears of servers that go away. */
export function openPool(url: string, onIdleError: (error: Error) => void, max = 20): Pool {
  const settings = { connectionString: url, connectionTimeoutMillis: 5000, application_name: 'signet' };
  const pool = new pg.Pool({
    ...settings,
    max,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    pipeline: true, // what a transaction asks at once travels together
  });
  // A connection that is lost between two statements of a transaction has nobody to tell: without a listener it would
  // end the process. Whoever holds it hears of the loss from their next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let closing = false;
  pool.on('error', (error) => {
    if (!closing) onIdleError(error); // while closing, a server that hangs up first is no news
  });
  // biome-ignore lint/complexity/noBannedTypes: kysely's own type for "no tables yet"
  const db = new Kysely<{}>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) }) as Pool['db'];
  const lookUps = openLookUps({ ...settings, statement_timeout: 5000 }, (error) => {
    if (!closing) onIdleError(error);
  });
  pools.set(db, { pool, lookUps });
  return {
    db,
    pg: pool,
    async close() {
      closing = true;
      await db.destroy();
      await Promise.all([pool.end(), lookUps.close()]);
    },
  };
}
