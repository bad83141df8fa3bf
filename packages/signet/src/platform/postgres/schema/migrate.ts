import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { AppError, sqlStates } from '../../../kernel/index.ts';
import type { Queries } from '../pool.ts';
import { databaseFault, isFaultOfServer } from './database-fault.ts';
import { lockFault } from './lock-holders.ts';
import { type MigrationFile, readMigrations } from './migration-files.ts';

/**
 * Brings the schema forward: every file of `folder` that this database has not had, in order, each in a transaction of
 * its own. Processes that start together take turns, and each file is applied once. Returns the names applied.
 *
 * A database that had more than `folder` holds is that of a later release, and is left as it is: the release before
 * runs on the next schema, so that nodes can be replaced one by one and put back.
 */
export async function migrate(
  db: Queries,
  folder: string,
  setting = 'DATABASE_URL',
  tries = mostTries,
): Promise<string[]> {
  const files = await readMigrations(folder);
  const applied: string[] = [];
  try {
    while (true) {
      const name = await givingWay(() => db.transaction().execute((tx) => applyNext(tx, files)), tries);
      if (name === undefined) return applied;
      applied.push(name);
    }
  } catch (error) {
    if (codeOf(error) === sqlStates.lockNotAvailable) throw await lockFault(db, setting, error);
    throw databaseFault(error, setting, 'migrating');
  }
}

/** How long a migration may stand in line for a table: whoever asks for that table then stands behind it. */
const patience = '2s';
const mostTries = 10; // three quarters of a minute in all
const madeMeanwhile = new Set<string>([sqlStates.duplicateTable, sqlStates.uniqueViolation]); // the latter in the catalog itself

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

async function givingWay<T>(attempt: () => Promise<T>, most: number): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const again = codeOf(error) === sqlStates.lockNotAvailable || codeOf(error) === 'schema-made-meanwhile';
      if (!again || tries === most) throw error;
      await pause(500 * tries);
    }
  }
}

/**
 * It runs for as long as it needs: what changes a big table takes minutes, and a limit meant for requests would end it
 * each time anew. (`transaction_timeout` is not in every PostgreSQL.)
 */
const waitingForTablesOnly = sql`
  SELECT set_config(name, CASE name WHEN 'lock_timeout' THEN ${patience} ELSE '0' END, true) FROM pg_settings
  WHERE name IN ('lock_timeout', 'statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`;

async function applyNext(tx: Queries, files: readonly MigrationFile[]): Promise<string | undefined> {
  await waitingForTablesOnly.execute(tx);
  const glance = await readApplied(tx);
  if (glance && !nextOf(files, glance)) return undefined; // whoever changes nothing needs no right to
  const next = nextOf(files, await takeTurn(tx, glance));
  if (!next) return undefined;
  try {
    await sql.raw(next.text).execute(tx);
  } catch (cause) {
    if (codeOf(cause) === sqlStates.insufficientPrivilege || isFaultOfServer(codeOf(cause))) throw cause;
    throw new AppError('migration-failed', { message: `Migration ${next.name} failed`, cause });
  }
  const { name, checksum, needs = null } = next;
  await sql`INSERT INTO schema_migrations (name, checksum, needs) VALUES (${name}, ${checksum}, ${needs})`.execute(
    tx,
  );
  return name;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly needs: string | null;
}
type Had = ReadonlyMap<string, Applied>;

/** Refuses a database that these files do not go on from. */
function nextOf(files: readonly MigrationFile[], had: Had): MigrationFile | undefined {
  checkFrozen(files, had);
  checkNotTooNew(files, had);
  return files.find(({ name }) => !had.has(name));
}

/**
 * Processes take turns by the table that says what was applied, in a way that its owner alone may: a lock that any login can
 * hold would keep everybody from starting. Gives what this database has had now that it is this one's turn.
 */
async function takeTurn(tx: Queries, glance: Had | undefined): Promise<Had> {
  if (!glance) return makeTable(tx);
  await sql`LOCK TABLE schema_migrations IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
  return (await readApplied(tx)) ?? glance;
}

/** Undefined where nothing was ever applied. */
async function readApplied(db: Queries): Promise<Had | undefined> {
  const { rows: found } = await sql<{ ours: boolean; earlier: boolean }>`
    SELECT to_regclass('schema_migrations') IS NOT NULL AS ours,
      to_regclass('kysely_migration') IS NOT NULL AS earlier`.execute(db);
  if (found[0]?.earlier) throw beforeTheBaseline();
  if (!found[0]?.ours) return undefined;
  const { rows } = await sql<Applied>`SELECT name, checksum, needs FROM schema_migrations`.execute(db);
  return new Map(rows.map((applied) => [applied.name, applied]));
}

async function makeTable(tx: Queries): Promise<Had> {
  await sql
    .raw(`CREATE TABLE schema_migrations (
      name       text PRIMARY KEY,
      checksum   text NOT NULL,
      needs      text,
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    COMMENT ON TABLE schema_migrations IS 'deployment: the migrations that this database has had.';
    COMMENT ON COLUMN schema_migrations.name IS 'text: the name of a file.';
    COMMENT ON COLUMN schema_migrations.checksum IS 'text: SHA-256 of that file, hex.';
    COMMENT ON COLUMN schema_migrations.needs IS 'text: what a release must know to run on this.'`)
    .execute(tx)
    .catch((cause: unknown) => {
      if (madeMeanwhile.has(codeOf(cause))) throw new AppError('schema-made-meanwhile', { cause });
      throw cause;
    });
  return new Map();
}

/** The names of the files that this database has not had. Changes nothing; refuses as `migrate` does. */
export async function pendingMigrations(db: Queries, folder: string): Promise<string[]> {
  const files = await readMigrations(folder);
  try {
    const had: Had = (await readApplied(db)) ?? new Map();
    checkFrozen(files, had);
    checkNotTooNew(files, had);
    return files.filter(({ name }) => !had.has(name)).map(({ name }) => name);
  } catch (error) {
    throw databaseFault(error);
  }
}

function checkFrozen(files: readonly MigrationFile[], had: Had): void {
  const other = files.find(({ name, checksum }) => had.has(name) && had.get(name)?.checksum !== checksum);
  if (!other) return;
  throw new AppError('database-of-another-build', {
    message: `This database had migration ${other.name} in another form: it belongs to another build of Signet. Start that build, or name a new, empty database in DATABASE_URL.`,
  });
}

/** Something was taken away that this release still uses: one that came before the release that stopped to. */
function checkNotTooNew(files: readonly MigrationFile[], had: Had): void {
  const known = new Set(files.map(({ name }) => name));
  const tooNew = [...had.values()].find(({ needs }) => needs !== null && !known.has(needs));
  if (!tooNew) return;
  throw new AppError('database-too-new', {
    message: `A later release changed this database (${tooNew.name}) so that only one that knows ${tooNew.needs} runs on it. Start a later release.`,
  });
}

const beforeTheBaseline = (): AppError =>
  new AppError('database-before-baseline', {
    message:
      'This database was made before the first release and is not carried over: name a new, empty one in DATABASE_URL (in the sandbox: remove the folder SIGNET_DATA_DIR, else .signet).',
  });
