import type pg from 'pg';
import { type MigrationFile, readMigrations } from './migration-files.ts';

export interface Migratable {
  readonly pool: pg.Pool;
  /** The `.sql` files and their checksums. */
  readonly folder: string;
  /** The agency that the database belongs to, for the line that refuses one. */
  readonly agency: string;
}

/** Any number of our own; held until the transaction ends. */
const lock = 7_220_413;

/**
 * Brings an agency's database forward: every file that it has not had, in order, all in one transaction. Processes that
 * start together take turns. A database that had another form of a file, or that was made before the first release, is
 * refused with what to do about it.
 */
export async function migrate({ pool, folder, agency }: Migratable): Promise<void> {
  const files = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    const applied = await appliedBefore(client, agency);
    refuseChanged(files, applied, agency);
    for (const file of files.filter(({ name }) => !applied.has(name))) await apply(client, file);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true); // closing the connection rolls back
    throw error;
  }
}

async function apply(client: pg.PoolClient, { name, text, checksum }: MigrationFile): Promise<void> {
  await client.query(text).catch((cause: unknown) => {
    throw new Error(`Migration ${name} failed`, { cause });
  });
  await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
}

/** The checksum of each file that this database has had, by name. */
async function appliedBefore(client: pg.PoolClient, agency: string): Promise<ReadonlyMap<string, string>> {
  const { rows: earlier } = await client.query(`SELECT 1 WHERE to_regclass('kysely_migration') IS NOT NULL`);
  if (earlier.length > 0) {
    throw new Error(
      `The database of the ${agency} was made before its first release and is not carried over: give it a new, empty one (in the sandbox: remove the folder SIGNET_DATA_DIR, else .signet).`,
    );
  }
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
    name       text PRIMARY KEY,
    checksum   text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM schema_migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseChanged(
  files: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
  agency: string,
): void {
  const other = files.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (other === undefined) return;
  throw new Error(
    `The database of the ${agency} had ${other.name} in another form: it belongs to another build. Start that build, or give it a new, empty database.`,
  );
}
