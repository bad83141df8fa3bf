import { sql } from 'kysely';
import type { AuditRef, Clock, Tx } from '../../kernel/index.ts';
import { atTheEnd, type Database } from '../../platform/postgres/index.ts';
import { entryFrom, entryText } from './entry.ts';
import type { AuditEvent, AuditLog, EntriesWanted, StoredEntry } from './log.ts';

/**
 * The audit log in PostgreSQL. An entry locks the log's end until its transaction ends, so that positions have no
 * gaps: it is written as the last thing of the transaction, together with its `COMMIT`.
 */
const append = `
  WITH head AS (
    UPDATE audit_head SET size = size + 1, hash = sha256(hash || convert_to($1::text, 'UTF8'))
    RETURNING size - 1 AS position, hash
  )
  INSERT INTO audit_entries (position, entry, hash) SELECT position, $1::text, hash FROM head`;

export function createAuditLog(needs: { readonly db: Database; readonly clock: Clock }): AuditLog {
  const { db, clock } = needs;
  return {
    async record(tx: Tx, event: AuditEvent): Promise<void> {
      atTheEnd(tx, { name: 'audit-append', text: append, values: [entryText(event, clock.now())] });
    },

    async about(subject: AuditRef, wanted: EntriesWanted): Promise<readonly StoredEntry[]> {
      const { limit, before = Number.MAX_SAFE_INTEGER, actions, actor, details } = wanted;
      const having = { ...(actor && { actor: { kind: actor } }), ...(details && { details }) };
      const { rows } = await sql<{ position: number; entry: string; hash: Buffer }>`
        SELECT position, entry, hash FROM audit_entries
        WHERE entry::jsonb ->> 'subject' = ${subject} AND position < ${before}
          AND (${actions ? [...actions] : null}::text[] IS NULL OR entry::jsonb ->> 'action' = ANY(${actions ? [...actions] : null}::text[]))
          AND entry::jsonb @> ${JSON.stringify(having)}::jsonb
        ORDER BY position DESC LIMIT ${limit}`.execute(db);
      return rows.map(({ position, entry, hash }) => entryFrom(position, entry, hash));
    },
  };
}
