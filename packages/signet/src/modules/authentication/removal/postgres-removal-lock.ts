import { sql } from 'kysely';
import type { PersonId, Tx } from '../../../kernel/index.ts';
import { inside } from '../../../platform/postgres/index.ts';

/** Removals of one person's authenticators happen one after the other, so that what one of them looked at still holds. */
export interface RemovalLock {
  /** Until the transaction ends, nobody else takes away an authenticator of this person. */
  acquire(tx: Tx, person: PersonId): Promise<void>;
}

export const postgresRemovalLock = (): RemovalLock => ({
  async acquire(tx, person) {
    const key = `authenticators:${person}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(inside(tx));
  },
});
