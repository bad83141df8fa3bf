import { sql } from 'kysely';
import type { PersonId, Tx } from '../../../kernel/index.ts';
import { inside } from '../../../platform/postgres/index.ts';

/** Turns that changes to one person's authenticators take, so that what one of them looked at still holds. */
export interface ChangesInTurn {
  /** Until the transaction ends, nobody else takes away an authenticator of this person. */
  wait(tx: Tx, person: PersonId): Promise<void>;
}

export const postgresChanges = (): ChangesInTurn => ({
  async wait(tx, person) {
    const key = `authenticators:${person}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(inside(tx));
  },
});
