import { sql } from 'kysely';
import type { Queries } from '../pool.ts';

/**
 * Whether this login could change or drop the tables themselves: then nothing in them protects the audit log from it.
 * The owner of a schema or of the whole database may drop what lies in it, whoever made it.
 */
export async function mayChangeTables(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT
      EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND pg_has_role(current_user, relowner, 'MEMBER'))
      OR EXISTS (SELECT FROM pg_namespace WHERE nspname IN ('public', 'pgboss')
        AND pg_has_role(current_user, nspowner, 'MEMBER'))
      OR EXISTS (SELECT FROM pg_database WHERE datname = current_database()
        AND pg_has_role(current_user, datdba, 'MEMBER')) AS may`.execute(db);
  return rows[0]?.may ?? false;
}

/** The user that this login is, and whether it may make tables. */
export async function makerOfTables(db: Queries): Promise<{ user: string; may: boolean }> {
  const { rows } = await sql<{ user: string; may: boolean }>`
    SELECT current_user::text AS user, has_schema_privilege('public', 'CREATE') AS may`.execute(db);
  return rows[0] ?? { user: '', may: false };
}

/** Whether this login is `user` or may become it: it could change all that `user` makes. */
export async function mayBecome(db: Queries, user: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT pg_has_role(current_user, oid, 'MEMBER') AS may FROM pg_roles WHERE rolname = ${user}`.execute(db);
  return rows[0]?.may ?? false;
}

/**
 * Whether this login could make a temporary table: its connection would find it in place of the real one of that name. False
 * as long as nothing was migrated, which takes that right away.
 */
export async function mayHideTables(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT to_regclass('schema_migrations') IS NOT NULL
      AND has_database_privilege(current_database(), 'TEMPORARY') AS may`.execute(db);
  return rows[0]?.may ?? false;
}

/** Whether nothing can be written there: a standby, or a database or user that is set so. */
export async function isReadOnly(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    SELECT current_setting('transaction_read_only')::boolean AS only`.execute(db);
  return rows[0]?.only ?? false;
}

/** Whether this login may put the audit log in order and sign it, as far as its tables are there. */
export const maySequence = (db: Queries): Promise<boolean> =>
  mayAll(db, [
    ['audit_sequence', 'INSERT'],
    ['audit_head', 'UPDATE'],
    ['audit_checkpoints', 'INSERT'],
  ]);

/** Whether this login may do what people and agencies ask for, as far as the tables are there. */
export const mayWork = (db: Queries): Promise<boolean> =>
  mayAll(db, [
    ['people', 'UPDATE'],
    ['sessions', 'INSERT'],
    ['audit_entries', 'INSERT'],
  ]);

async function mayAll(
  db: Queries,
  work: readonly (readonly [table: string, right: string])[],
): Promise<boolean> {
  const [tables, rights] = [work.map(([table]) => table), work.map(([, right]) => right)];
  const { rows } = await sql<{ may: boolean | null }>`
    SELECT bool_and(has_any_column_privilege(to_regclass(name), needed)) AS may
    FROM unnest(${tables}::text[], ${rights}::text[]) AS work (name, needed)`.execute(db);
  return rows[0]?.may ?? true;
}
