import { sql } from 'kysely';
import { type Database, minutes, type Tx } from '../../kernel/index.ts';
import { inside, type Queries, transactOn, waitLonger } from '../../platform/postgres/index.ts';
import { chainHash } from './chain.ts';
import { type Snapshot, snapshotBefore } from './snapshot.ts';

/** Gives entries their positions. Many may run: one works, the others find it working and leave it to it. */
export interface Sequencer {
  /** Sequences every committed entry that has no position yet, oldest first. Gives how many it did. */
  sequence(): Promise<number>;
  /** For how many seconds the oldest entry without a position has stood there; 0 where there is none. */
  lag(): Promise<number>;
}

/** Entries that one transaction sequences at most. */
const fullBatch = 2000;

export function createSequencer({ db }: { readonly db: Database }): Sequencer {
  const transact = transactOn(db);
  return {
    async sequence() {
      let sequenced = 0;
      for (;;) {
        const batch = await transact(sequenceBatch);
        sequenced += batch;
        if (batch < fullBatch) return sequenced;
      }
    },
    lag: () =>
      transact(async (tx) => {
        const head = await readHead(inside(tx));
        const [oldest] = head ? await waitingEntries(tx, head, 1) : [];
        return oldest?.age ?? 0;
      }),
  };
}

interface Head {
  readonly size: number;
  readonly hash: Buffer;
  /** Every entry of a transaction that this snapshot saw is sequenced. */
  readonly seen: Snapshot;
  /** Whether `seen` is of this server: one that was filled from a dump counts its transactions anew. */
  readonly here: boolean;
}

interface WaitingEntry {
  readonly id: number;
  readonly writer: string;
  readonly age: number; // seconds
  readonly entry: string;
}

/**
 * All in one transaction that holds the head's row, so that two sequencers cannot both give out a position. Killed
 * anywhere, nothing of it happened; hung in between, the server ends it after seconds and another goes on.
 */
async function sequenceBatch(tx: Tx): Promise<number> {
  const db = inside(tx);
  // First without a lock: taking one is a write, and most of the time nothing waits.
  const glance = await readHead(db);
  if (glance?.here && (await waitingEntries(tx, glance, 1)).length === 0) return 0;
  const [, head, snapshot] = await Promise.all([
    sql`SELECT set_config('idle_in_transaction_session_timeout', '5s', true)`.execute(db),
    lockHead(db),
    currentSnapshot(db), // before the entries are read: what it sees, they include
  ]);
  if (!head) return 0; // another sequencer holds it
  const entries = await waitingEntries(tx, head, fullBatch);
  if (entries.length === 0 && head.here) return 0;
  await append(
    db,
    head,
    entries.toSorted((a, b) => a.id - b.id),
    seenAfter(head, entries, snapshot),
  );
  return entries.length;
}

/** What is seen once these entries are sequenced; undefined where no more is than before. */
function seenAfter(head: Head, entries: readonly WaitingEntry[], snapshot: Snapshot): Snapshot | undefined {
  const last = entries.at(-1);
  if (!last || entries.length < fullBatch) return snapshot;
  return head.here ? snapshotBefore(snapshot, last.writer) : undefined;
}

const readHead = async (db: Queries): Promise<Head | undefined> =>
  (await sql<Head>`SELECT ${headColumns} FROM audit_head`.execute(db)).rows[0];

const lockHead = async (db: Queries): Promise<Head | undefined> =>
  (await sql<Head>`SELECT ${headColumns} FROM audit_head FOR UPDATE SKIP LOCKED`.execute(db)).rows[0];

const thisServer = sql`(SELECT system_identifier FROM pg_control_system())`;
const headColumns = sql`size, hash, seen::text AS seen, seen_on = ${thisServer} AS here`;

async function currentSnapshot(db: Queries): Promise<Snapshot> {
  const { rows } = await sql<{ now: Snapshot }>`SELECT pg_current_snapshot()::text AS now`.execute(db);
  return rows[0]?.now ?? '';
}

/**
 * Committed entries without a position, those of the oldest transactions first. An entry is committed when its
 * transaction ends, which may be long after others with higher ids: so what counts is not the last id, but which
 * transactions `seen` did not see over. Those are what still ran then, and what began since. (Numbers that are still to
 * come may stand in a log from another server; its entries are sequenced.)
 */
async function waitingEntries(tx: Tx, head: Head, limit: number): Promise<WaitingEntry[]> {
  const db = inside(tx);
  const columns = sql`e.id, e.written_by, e.written_at, e.entry`;
  const waiting = sql`NOT EXISTS (SELECT FROM audit_sequence s WHERE s.entry_id = e.id)`;
  const inOrder = sql`ORDER BY written_by, id LIMIT ${sql.lit(limit)}`; // literal: the plan depends on it
  const unseen = sql`
    (SELECT ${columns} FROM audit_entries e WHERE ${waiting}
      AND e.written_by = ANY (ARRAY(SELECT pg_snapshot_xip(${head.seen}::pg_snapshot))) ${inOrder})
    UNION ALL
    (SELECT ${columns} FROM audit_entries e WHERE ${waiting}
      AND e.written_by >= pg_snapshot_xmax(${head.seen}::pg_snapshot)
      AND e.written_by < pg_snapshot_xmax(pg_current_snapshot()) ${inOrder})`;
  const any = sql`SELECT ${columns} FROM audit_entries e WHERE ${waiting}`;
  const [, { rows }] = await Promise.all([
    head.here ? planForFew(db) : planForWholeLog(tx),
    sql<WaitingEntry>`
      SELECT id, written_by::text AS writer, entry,
        extract(epoch FROM clock_timestamp() - written_at)::float8 AS age
      FROM (${head.here ? unseen : any}) AS waiting ${inOrder}`.execute(db),
  ]);
  return rows;
}

/** PostgreSQL cannot guess how few entries are unseen, and would read both tables whole, twice a second. */
const planForFew = (db: Queries) =>
  sql`
    SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true)`.execute(db);

const longestComparison = minutes(15);

/** Only where a dump was put back is the whole log compared, once, and that may take its time: nothing else may. */
function planForWholeLog(tx: Tx) {
  waitLonger(tx, longestComparison);
  return sql`
    SELECT set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
      set_config('enable_mergejoin', 'on', true),
      set_config('statement_timeout', ${String(longestComparison)}, true)`.execute(inside(tx));
}

/** The database checks the chain, and moves the log's end by itself. */
async function append(db: Queries, head: Head, entries: readonly WaitingEntry[], seen: Snapshot | undefined) {
  let hash = head.hash;
  const hashes = entries.map(({ entry }) => {
    hash = chainHash(hash, entry);
    return hash;
  });
  if (entries.length > 0)
    await sql`
      INSERT INTO audit_sequence (position, entry_id, hash)
      SELECT ${head.size}::bigint + place - 1, entry_id, hash
      FROM unnest(${entries.map(({ id }) => id)}::bigint[], ${hashes}::bytea[])
        WITH ORDINALITY AS batch (entry_id, hash, place)`.execute(db);
  // Not before the positions stand there: the database lets nothing be called seen that has none.
  if (seen !== undefined)
    await sql`UPDATE audit_head SET seen = ${seen}::pg_snapshot, seen_on = ${thisServer}`.execute(db);
}
