import { sql } from 'kysely';
import type { Database } from '../../platform/postgres/index.ts';
import type { ChainedEntry, LogLine } from './chain.ts';

const batch = 5000;

/** The whole log as it stood when the reading began, in the order of an export. */
export async function* logLines(db: Database): AsyncGenerator<LogLine> {
  // The end first: everything before it is committed and does not change, so no transaction has to stay open.
  const head = await sql<{ size: number; hash: Buffer }>`SELECT size, hash FROM audit_head`.execute(db);
  const notes = await sql<{ size: number; note: string }>`
    SELECT size, note FROM audit_checkpoints ORDER BY size`.execute(db);
  const end = head.rows[0];
  if (!end) throw new Error('audit_head has no row: the database was not migrated');
  for await (const entry of entriesFrom(db, 0, end.size)) {
    yield* takeCovered(notes.rows, entry.position);
    yield entry;
  }
  yield* takeCovered(notes.rows, Number.POSITIVE_INFINITY);
  yield { kind: 'head', ...end };
}

/** Takes the notes that cover no more than `size` entries off the front. */
function* takeCovered(notes: { size: number; note: string }[], size: number): Generator<LogLine> {
  for (let first = notes[0]; first && first.size <= size; first = notes[0]) {
    notes.shift();
    yield { kind: 'checkpoint', note: first.note };
  }
}

/** Entries from a position to before another, in batches. */
export async function* entriesFrom(db: Database, from: number, to: number): AsyncGenerator<ChainedEntry> {
  for (let at = from; at < to; at += batch) {
    const { rows } = await sql<{ position: number; entry: string; hash: Buffer }>`
      SELECT position, entry, hash FROM audit_entries
      WHERE position >= ${at} AND position < ${Math.min(at + batch, to)} ORDER BY position`.execute(db);
    for (const row of rows) yield { kind: 'entry', ...row };
  }
}
