import { sql } from 'kysely';
import type { AuditRef, Clock, Database, Tx } from '../../kernel/index.ts';
import { atTheEnd, queriesOn } from '../../platform/postgres/index.ts';
import { entryText, readEntry } from './entry.ts';
import type { AuditEvent, AuditLog, EntriesWanted, StoredEntry } from './log.ts';

/**
 * The audit log in PostgreSQL. An entry is a row that nobody else needs: acts do not wait for each other. All entries of
 * one act are one statement, written together with its `COMMIT`, which saves a round trip; the sequencer gives them their
 * positions afterwards.
 */
const append = `INSERT INTO audit_entries (entry)
  SELECT entry FROM unnest($1::text[]) WITH ORDINALITY AS written (entry, place) ORDER BY place`;

export function createAuditLog(needs: { readonly db: Database; readonly clock: Clock }): AuditLog {
  const { db, clock } = needs;
  const entries = new WeakMap<Tx, string[]>();
  return {
    async record(tx: Tx, event: AuditEvent): Promise<void> {
      const text = entryText(event, clock.now());
      const before = entries.get(tx);
      if (before) return void before.push(text); // the statement below takes it along
      const written = [text];
      entries.set(tx, written);
      atTheEnd(tx, { name: 'audit-append', text: append, values: [written] });
    },

    async about(subject: AuditRef, wanted: EntriesWanted): Promise<readonly StoredEntry[]> {
      const { limit, before = Number.MAX_SAFE_INTEGER, actions, actor, details } = wanted;
      const having = { ...(actor && { actor: { kind: actor } }), ...(details && { details }) };
      const { rows } = await sql<Row>`
        SELECT id, entry, written_at, position, encode(hash, 'hex') AS hash
        FROM audit_entries LEFT JOIN audit_sequence ON entry_id = id
        WHERE (entry::jsonb ->> 'subject')::uuid = ${subject} AND id < ${before}
          AND (${actions ? [...actions] : null}::text[] IS NULL OR entry::jsonb ->> 'action' = ANY(${actions ? [...actions] : null}::text[]))
          AND entry::jsonb @> ${JSON.stringify(having)}::jsonb
        ORDER BY id DESC LIMIT ${limit}`.execute(queriesOn(db));
      return rows.map(({ id, entry, written_at, position, hash }) => ({
        id,
        ...(readEntry(entry) ?? { at: written_at, ...notOurs }),
        ...(position !== null && hash !== null && { place: { position, hash } }),
      }));
    },
  };
}

/** What is shown of an entry that no act of Signet wrote: that it is there. */
const notOurs = { action: 'entry.unreadable', actor: { kind: 'system' } } as const;

interface Row {
  readonly id: number;
  readonly written_at: Date;
  readonly entry: string;
  readonly position: number | null;
  readonly hash: string | null;
}
