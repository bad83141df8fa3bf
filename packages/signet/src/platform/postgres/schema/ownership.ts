import { sql } from 'kysely';
import type { Queries } from '../pool.ts';

/** Whether this login could change the tables themselves: then nothing in them protects the audit log from it. */
export async function mayChangeTables(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT bool_or(pg_has_role(current_user, relowner, 'MEMBER')) AS may
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`.execute(db);
  return rows[0]?.may ?? false;
}
