import { sql } from 'kysely';
import { AppError } from '../../../kernel/index.ts';
import type { Queries } from '../pool.ts';
import { databaseFault } from './database-fault.ts';
import { type MigrationFile, readMigrations } from './migration-files.ts';

/**
 * Brings the schema forward: every file of `folder` that this database has not had, in order, each in a transaction of
 * its own. Processes that start together take turns, and each file is applied once. Returns the names applied.
 *
 * A database that had more than `folder` holds is that of a later release, and is left as it is: the release before
 * runs on the next schema, so that nodes can be replaced one by one and put back.
 */
export async function migrate(db: Queries, folder: string): Promise<string[]> {
  const files = await readMigrations(folder);
  const applied: string[] = [];
  try {
    while (true) {
      const name = await db.transaction().execute((tx) => applyNext(tx, files));
      if (name === undefined) return applied;
      applied.push(name);
    }
  } catch (error) {
    throw databaseFault(error);
  }
}

/** Any number of our own; held until the transaction ends, so that it also works where a pooler shares connections. */
const lock = 5_160_735;

async function applyNext(tx: Queries, files: readonly MigrationFile[]): Promise<string | undefined> {
  await sql`SELECT pg_advisory_xact_lock(${lock})`.execute(tx);
  const had = await appliedBefore(tx);
  const next = files.find((file) => !had.has(file.name));
  checkFrozen(files, had);
  if (!next) return undefined;
  try {
    await sql.raw(next.text).execute(tx);
  } catch (cause) {
    throw new AppError('migration-failed', { message: `Migration ${next.name} failed`, cause });
  }
  await sql`INSERT INTO schema_migrations (name, checksum) VALUES (${next.name}, ${next.checksum})`.execute(
    tx,
  );
  return next.name;
}

/** What this database has had, by name, with the checksum of each; undefined where nothing was ever applied. */
async function readApplied(db: Queries): Promise<ReadonlyMap<string, string> | undefined> {
  const { rows: found } = await sql<{ ours: boolean; earlier: boolean }>`
    SELECT to_regclass('schema_migrations') IS NOT NULL AS ours,
      to_regclass('kysely_migration') IS NOT NULL AS earlier`.execute(db);
  if (found[0]?.earlier) throw beforeTheBaseline();
  if (!found[0]?.ours) return undefined;
  const { rows } = await sql<{
    name: string;
    checksum: string;
  }>`SELECT name, checksum FROM schema_migrations`.execute(db);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function appliedBefore(tx: Queries): Promise<ReadonlyMap<string, string>> {
  const had = await readApplied(tx);
  if (had) return had;
  await sql`CREATE TABLE schema_migrations (
    name       text PRIMARY KEY,
    checksum   text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`.execute(tx);
  await sql`COMMENT ON TABLE schema_migrations IS 'deployment: the migrations that this database has had.'`.execute(
    tx,
  );
  await sql`COMMENT ON COLUMN schema_migrations.name IS 'text: the name of a file.'`.execute(tx);
  await sql`COMMENT ON COLUMN schema_migrations.checksum IS 'text: SHA-256 of that file, hex.'`.execute(tx);
  return new Map();
}

/** The names of the files that this database has not had. Changes nothing; refuses as `migrate` does. */
export async function pendingMigrations(db: Queries, folder: string): Promise<string[]> {
  const files = await readMigrations(folder);
  try {
    const had = (await readApplied(db)) ?? new Map<string, string>();
    checkFrozen(files, had);
    return files.filter(({ name }) => !had.has(name)).map(({ name }) => name);
  } catch (error) {
    throw databaseFault(error);
  }
}

function checkFrozen(files: readonly MigrationFile[], had: ReadonlyMap<string, string>): void {
  const other = files.find(({ name, checksum }) => had.has(name) && had.get(name) !== checksum);
  if (!other) return;
  throw new AppError('database-of-another-build', {
    message: `This database had migration ${other.name} in another form: it belongs to another build of Signet. Start that build, or name a new, empty database in DATABASE_URL.`,
  });
}

const beforeTheBaseline = (): AppError =>
  new AppError('database-before-baseline', {
    message:
      'This database was made before the first release and is not carried over: name a new, empty one in DATABASE_URL (in the sandbox: remove the folder SIGNET_DATA_DIR, else .signet).',
  });
