import pg from 'pg';
import { StartFailure } from '../start-failure.ts';

/** Any number of our own; only programs that start embedded servers take it. */
const lock = 5_160_734;

export interface Hold {
  release(): Promise<void>;
}

/**
 * Takes an embedded server for this program: a second one on the same folder would stop it under the first. The lock
 * lives in a connection, so it goes with whoever held it, however they ended. Throws StartFailure `database-held`.
 */
export async function holdServer(url: string, dir: string): Promise<Hold> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the server stopped, and the lock with it; the pools report it
  if (await takes(client)) return { release: () => client.end() };
  await client.end();
  throw new StartFailure(
    'database-held',
    `Another Signet runs with the database in ${dir}. Stop it first, or choose another SIGNET_DATA_DIR.`,
  );
}

async function takes(client: pg.Client): Promise<boolean> {
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      lock,
    ]);
    return rows[0]?.taken ?? false;
  } catch (error) {
    await client.end();
    throw error;
  }
}
