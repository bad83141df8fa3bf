import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '../../kernel/index.ts';
import type { Database } from './pool.ts';

/**
 * Brings the schema forward: every `NNNN_name.sql` in `folder` that this database has not had, in order, under
 * kysely's lock, so that processes that start together do it once. Returns the names applied.
 */
export async function migrate(db: Database, folder: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => sqlFiles(folder) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new AppError('migration-failed', {
      message: `migration ${failed ?? 'could not start'}`,
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}

async function sqlFiles(folder: string): Promise<Record<string, { up(db: Database): Promise<void> }>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = names.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8');
    return [
      name.replace(/\.sql$/, ''),
      { up: async (db: Database) => void (await sql.raw(text).execute(db)) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
