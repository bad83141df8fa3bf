import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError, type Database, markDriverError } from '../../kernel/index.ts';
import { followConnections, orHangUp, withConnection } from './connections.ts';
import { type LookUps, openLookUps } from './look-up.ts';
import { preparedPool, preparedQuery } from './prepared.ts';
import { type Silence, watchSilence } from './silence.ts';
import { patient, type Timeouts, waitingFor } from './timeouts.ts';

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

interface Behind {
  readonly pool: pg.Pool;
  readonly lookUps: LookUps;
  readonly silence: Silence;
  giveUpIdle(): void;
}

const pools = new WeakMap<Database, Behind>();

function behind(db: Database) {
  const found = pools.get(db);
  if (!found) throw new AppError('no-pool-behind-this-database'); // such as one inside a transaction
  return found;
}

export const poolBehind = (db: Database): pg.Pool => behind(db).pool;

export const silenceBehind = (db: Database): Silence => behind(db).silence;

/** Runs one statement on a connection of the pool. */
export async function runOnPool<R>(
  db: Database,
  query: { readonly name: string; readonly text: string; readonly values: unknown[] },
): Promise<R[]> {
  const { pool, silence } = behind(db);
  await silence.enter();
  return (await silence.heard(pool.query(query))).rows;
}

/**
 * Gives up the connections that nobody uses, and that of look-ups: the next ones go to whichever server now answers there.
 * For one that turned out to be read only: after a failover it is the old one.
 */
export function distrustConnections(db: Database): void {
  behind(db).giveUpIdle();
  behind(db).lookUps.giveUp();
}

/**
 * Finds rows by a key, outside any transaction. For the statements of every request: see `openLookUps` for what
 * belongs here and what does not.
 */
export async function lookUp<R extends pg.QueryResultRow>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  const { lookUps, silence } = behind(db);
  await silence.enter();
  return silence.heard(lookUps.ask<R>(preparedQuery(text, values)));
}

/** Opens a pool; connections are made when first used. `onIdleError` hears of servers that go away. */
export function openPool(
  url: string,
  onIdleError: (error: Error) => void,
  max = 20,
  timeouts: Timeouts = patient,
): Pool {
  const settings = { connectionString: url, application_name: 'signet' };
  const pool = new pg.Pool({
    ...settings,
    ...waitingFor('statement', timeouts),
    max,
    idleTimeoutMillis: 30_000,
    pipeline: true, // what a transaction asks at once travels together
  });
  const connections = followConnections(pool);
  let closing = false;
  const onLost = (error: Error) => {
    if (closing) return; // a server that hangs up first is no news then
    connections.giveUpIdle();
    onIdleError(markDriverError(error));
  };
  // A connection that is lost between two statements of a transaction has nobody to tell: without a listener it would
  // end the process. Whoever holds it hears of the loss from their next statement.
  pool.on('connect', (client) => client.on('error', connections.giveUpIdle));
  pool.on('error', (error, client) => connections.gaveUp(client) || onLost(error));
  const forLookUps = { ...settings, ...waitingFor('lookUp', timeouts) };
  const silence = watchSilence({ probe: () => withConnection(forLookUps, (own) => own.query('SELECT 1')) });
  // biome-ignore lint/complexity/noBannedTypes: kysely's own type for "no tables yet"
  const db = new Kysely<{}>({
    dialect: new PostgresDialect({ pool: preparedPool(pool, silence) }),
  }) as Pool['db'];
  const lookUps = openLookUps(forLookUps, onLost);
  pools.set(db, { pool, lookUps, silence, giveUpIdle: connections.giveUpIdle });
  return {
    db,
    pg: pool,
    async close() {
      closing = true;
      silence.stop();
      await db.destroy();
      await Promise.all([orHangUp(pool.end(), connections.all), lookUps.close()]);
    },
  };
}
