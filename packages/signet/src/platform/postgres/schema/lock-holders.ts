import { sql } from 'kysely';
import { AppError } from '../../../kernel/index.ts';
import type { Queries } from '../pool.ts';

/** What is thrown where a lock did not come in time: it names the connections that hold some here, so that one can be ended. */
export async function lockFault(db: Queries, setting: string, cause: unknown): Promise<AppError> {
  const { rows } = await sql<{ holder: string }>`
    SELECT DISTINCT format('process %s of user %s', pid, usename) AS holder
    FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE granted AND pid <> pg_backend_pid() AND datname = current_database() AND (locktype = 'advisory'
      OR relation IN (SELECT oid FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace
        WHERE nspname IN ('public', 'pgboss'))))
    ORDER BY 1 LIMIT 3`.execute(db);
  const holders = rows.map(({ holder }) => holder).join(', ');
  return new AppError('database-locked', {
    message: `Setting ${setting}: the schema cannot be changed, for other connections hold its tables: ${holders || 'they have just ended'}. Another process may be migrating: wait for it, or end what hangs (pg_terminate_backend), then start again`,
    cause,
  });
}
