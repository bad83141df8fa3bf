import { sql } from 'kysely';
import type { PersonId } from '../../kernel/index.ts';
import type { Database } from '../../platform/postgres/index.ts';

/** Whether anybody is getting back into this account: what cannot be undone waits for it. */
export const recoveryUnderWay =
  (db: Database) =>
  async (person: PersonId, now: Date): Promise<boolean> => {
    const { rows } = await sql<{ underWay: boolean }>`
      SELECT EXISTS (SELECT FROM recoveries
        WHERE person = ${person} AND state = 'started' AND expires_at > ${now}) AS "underWay"`.execute(db);
    return rows[0]?.underWay ?? false;
  };
