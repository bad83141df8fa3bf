import { sql } from 'kysely';
import type { PersonId, Tx } from '../../kernel/index.ts';
import { inside } from '../../platform/postgres/index.ts';

/** Every table that says whose its rows are. */
const tables = [
  'proofing_cases',
  'proofing_images',
  'proofing_findings',
  'proofing_submissions',
  'proofings',
  'review_cases',
  'proofing_phone_codes',
  'proofing_phone_links',
] as const;

export async function reassign(tx: Tx, from: PersonId, to: PersonId): Promise<void> {
  for (const table of tables) {
    await sql`UPDATE ${sql.table(table)} SET person = ${to} WHERE person = ${from}`.execute(inside(tx));
  }
}
