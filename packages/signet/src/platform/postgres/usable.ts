import { sql } from 'kysely';
import { type Database, sqlStates } from '../../kernel/index.ts';
import { distrustConnections, lookUp, poolBehind, queriesOn } from './pool.ts';

/**
 * Throws where a request that came now could not be answered. It asks the two ways in which requests do: on the connection
 * of all look-ups, and on one of the pool. A server that nothing can be written to answers both, and is of no use.
 */
export async function askWhetherUsable(db: Database): Promise<void> {
  await Promise.all([askAsLookUps(db), askAsTransactions(db)]);
}

async function askAsLookUps(db: Database): Promise<void> {
  const [row] = await lookUp<{ only: boolean }>(
    db,
    `SELECT current_setting('transaction_read_only')::boolean AS only`,
    [],
  );
  if (!row?.only) return;
  distrustConnections(db);
  throw Object.assign(new Error('transaction_read_only is on'), { code: sqlStates.readOnly });
}

/** Not where all are at work: a question about health must not wait behind it, and what they are told says more. */
async function askAsTransactions(db: Database): Promise<void> {
  const { idleCount, totalCount, options } = poolBehind(db);
  if (idleCount === 0 && totalCount >= (options.max ?? 0)) return;
  await sql`SELECT 1`.execute(queriesOn(db));
}
