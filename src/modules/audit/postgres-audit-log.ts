import { sql } from 'kysely';
import type { AuditRef, Clock, Tx } from '../../kernel/index.ts';
import { type Database, inside } from '../../platform/postgres/index.ts';
import { entryFrom, entryText } from './entry.ts';
import type { AuditEvent, AuditLog, StoredEntry } from './log.ts';

/**
 * The audit log in PostgreSQL. `record` locks the log's end until the caller's transaction ends, so that positions
 * have no gaps: make it the last thing a transaction does. One round trip.
 */
export function createAuditLog(needs: { readonly db: Database; readonly clock: Clock }): AuditLog {
  const { db, clock } = needs;
  return {
    async record(tx: Tx, event: AuditEvent): Promise<void> {
      const entry = entryText(event, clock.now());
      await sql`
        WITH head AS (
          UPDATE audit_head SET size = size + 1, hash = sha256(hash || convert_to(${entry}::text, 'UTF8'))
          RETURNING size - 1 AS position, hash
        )
        INSERT INTO audit_entries (position, entry, hash) SELECT position, ${entry}::text, hash FROM head`.execute(
        inside(tx),
      );
    },

    async about(
      subject: AuditRef,
      page: { limit: number; before?: number },
    ): Promise<readonly StoredEntry[]> {
      const { rows } = await sql<{ position: number; entry: string }>`
        SELECT position, entry FROM audit_entries
        WHERE entry::jsonb ->> 'subject' = ${subject} AND position < ${page.before ?? Number.MAX_SAFE_INTEGER}
        ORDER BY position DESC LIMIT ${page.limit}`.execute(db);
      return rows.map(({ position, entry }) => entryFrom(position, entry));
    },
  };
}
