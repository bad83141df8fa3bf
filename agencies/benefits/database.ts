import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { sessionTables } from '../../packages/relying-party/hono/index.ts';

/** Numbered and forward-only: what has shipped is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_sign_in_sessions': {
    async up(db) {
      await sql.raw(sessionTables).execute(db);
    },
  },
};

/** The office keeps nothing but sessions: a pool on its own database, brought forward. */
export async function openDatabase(url: string, onIdleError: (error: Error) => void): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    application_name: 'benefits',
  });
  pool.on('error', onIdleError);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return pool;
  await pool.end();
  throw new Error('the Veterans Benefits Office cannot migrate its database', { cause: error });
}
