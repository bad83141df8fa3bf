import { sql } from 'kysely';
import type { Database } from '../../kernel/index.ts';
import { queriesOn } from '../../platform/postgres/index.ts';
import type { ChainedEntry, LogLine } from './chain.ts';

const batch = 5000;

interface Note {
  readonly size: number;
  readonly note: string;
}

/** The whole log as it stood when the reading began, in the order of an export. */
export async function* logLines(db: Database): AsyncGenerator<LogLine> {
  // The end first: everything before it is committed and does not change, so no transaction has to stay open. And the
  // last checkpoint before the end: one that is signed meanwhile would cover entries beyond it.
  const lastNote = await lastNoteSize(db);
  const head = await sql<{ size: number; hash: Buffer }>`SELECT size, hash FROM audit_head`.execute(
    queriesOn(db),
  );
  const end = head.rows[0];
  if (!end) throw new Error('audit_head has no row: the database was not migrated');
  for (let from = 0; from < end.size; from += batch) {
    const to = Math.min(from + batch, end.size);
    const notes = await notesCovering(db, from, Math.min(to, lastNote));
    for await (const entry of entriesFrom(db, from, to)) {
      yield* takeCovered(notes, entry.position);
      yield entry;
    }
    yield* takeCovered(notes, to);
  }
  yield* takeCovered(await notesCovering(db, end.size, lastNote), Number.POSITIVE_INFINITY);
  yield* unsequencedEntries(db);
  yield { kind: 'head', ...end };
}

async function lastNoteSize(db: Database): Promise<number> {
  const { rows } = await sql<{
    size: number | null;
  }>`SELECT max(size) AS size FROM audit_checkpoints`.execute(queriesOn(db));
  return rows[0]?.size ?? 0;
}

/** Checkpoints of more than `from` and of no more than `to` entries. */
async function notesCovering(db: Database, from: number, to: number): Promise<Note[]> {
  const { rows } = await sql<Note>`
    SELECT size, note FROM audit_checkpoints WHERE size > ${from} AND size <= ${to} ORDER BY size`.execute(
    queriesOn(db),
  );
  return rows;
}

/** Takes the notes that cover no more than `size` entries off the front. */
function* takeCovered(notes: Note[], size: number): Generator<LogLine> {
  for (let first = notes[0]; first && first.size <= size; first = notes[0]) {
    notes.shift();
    yield { kind: 'checkpoint', note: first.note };
  }
}

/** Entries from a position to before another, in batches. */
export async function* entriesFrom(db: Database, from: number, to: number): AsyncGenerator<ChainedEntry> {
  for (let at = from; at < to; at += batch) {
    const { rows } = await sql<{ position: number; entry: string; hash: Buffer }>`
      SELECT position, entry, hash FROM audit_sequence JOIN audit_entries ON id = entry_id
      WHERE position >= ${at} AND position < ${Math.min(at + batch, to)} ORDER BY position`.execute(
      queriesOn(db),
    );
    for (const row of rows) yield { kind: 'entry', ...row };
  }
}

/**
 * Every entry that the sequence does not hold, wherever in the log: also what a sequencer left out, or put beyond the
 * end. In stretches of ids, so that a long log needs no long statement.
 */
async function* unsequencedEntries(db: Database): AsyncGenerator<LogLine> {
  const last = await sql<{ id: number | null }>`SELECT max(id) AS id FROM audit_entries`.execute(
    queriesOn(db),
  );
  for (let after = 0; after < (last.rows[0]?.id ?? 0); after += batch) {
    const { rows } = await sql<{ entry: string; age: number }>`
      SELECT entry, extract(epoch FROM clock_timestamp() - written_at)::float8 AS age FROM audit_entries
      WHERE id > ${after} AND id <= ${after + batch} AND NOT EXISTS (
        SELECT FROM audit_sequence WHERE entry_id = id AND position < (SELECT size FROM audit_head))
      ORDER BY id`.execute(queriesOn(db));
    for (const row of rows) yield { kind: 'unsequenced', ...row };
  }
}
