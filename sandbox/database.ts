import type { Pool, PoolClient } from 'pg';

/** Any number of our own: keeps two processes from making the same tables at the same moment. */
const lock = 7_349_155;

/** Runs statements in one transaction while nobody else prepares this database. */
export async function prepare(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await work(client);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw cause;
  } finally {
    client.release();
  }
}
