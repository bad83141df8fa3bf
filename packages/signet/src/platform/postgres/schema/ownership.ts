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

/** Whether this login may put the audit log in order and sign it, as far as its tables are there. */
export async function maySequence(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ may: boolean | null }>`
    SELECT bool_and(has_any_column_privilege(to_regclass(name), needed)) AS may
    FROM (VALUES ('audit_sequence', 'INSERT'), ('audit_head', 'UPDATE'), ('audit_checkpoints', 'INSERT'))
      AS work (name, needed)`.execute(db);
  return rows[0]?.may ?? true;
}
