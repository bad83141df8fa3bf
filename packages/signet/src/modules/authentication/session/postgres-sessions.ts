import { CompiledQuery, sql } from 'kysely';
import { type Database, isUuid, type PersonId, type Tx } from '../../../kernel/index.ts';
import { emptyPastDay, inside, lookUp, queriesOn, runOnPool } from '../../../platform/postgres/index.ts';
import { sessionCountLimits } from './limits.ts';

export interface SessionRow {
  readonly lookup: Buffer;
  readonly person: PersonId | null;
  readonly events: unknown;
  readonly created_at: Date;
  readonly signed_in_at: Date | null;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly pending: Buffer;
  readonly vault_wrap: Buffer | null;
  readonly version: number;
  readonly ref: string;
  readonly origin: Buffer | null;
  readonly networks: readonly Buffer[] | null;
  readonly lapsed_at: Date | null;
}

interface Written {
  readonly added: number;
  readonly others: readonly string[];
}

type Tables = { sessions: SessionRow };

/** A row as it was read: a change to it succeeds only if nobody else changed it since. */
export type RowVersion = Pick<SessionRow, 'lookup' | 'version'>;

export interface SessionStore {
  find(lookup: Buffer): Promise<SessionRow | undefined>;
  /**
   * Ends `previous`, if it is still there, and the person's sessions that are then too many, in the same statement. Gives
   * the references of the latter.
   */
  insert(row: SessionRow, previous: Buffer | undefined, tx: Tx | undefined): Promise<readonly string[]>;
  /** The same, with `row` in the place of `old`. Undefined when `old` is gone or another version by now. */
  replace(row: SessionRow, old: RowVersion, tx: Tx | undefined): Promise<readonly string[] | undefined>;
  change(
    old: RowVersion,
    change: Partial<Pick<SessionRow, 'pending' | 'vault_wrap' | 'origin' | 'networks'>>,
    tx: Tx | undefined,
  ): Promise<boolean>;
  touch(lookup: Buffer, seen: Pick<SessionRow, 'last_seen_at' | 'expires_at' | 'lapsed_at'>): Promise<void>;
  remove(lookup: Buffer, tx: Tx | undefined): Promise<void>;
  /** `using`: only those in which this method was used. */
  removeAllOf(
    person: PersonId,
    keep: Buffer | undefined,
    tx: Tx | undefined,
    using?: string,
  ): Promise<readonly string[]>;
  /** A person's, the last used first. */
  allOf(person: PersonId): Promise<readonly SessionRow[]>;
  removeOne(person: PersonId, ref: string, tx: Tx): Promise<boolean>;
  /** Those that ended by the day before: until then they lie there and open nothing. */
  removeExpired(): Promise<void>;
}

const columns =
  'lookup, person, events, created_at, signed_in_at, last_seen_at, expires_at, pending, vault_wrap, version, ref, origin, networks, lapsed_at';

const values = (from: number): string =>
  [
    'bytea',
    'uuid',
    'jsonb',
    ...Array(4).fill('timestamptz'),
    'bytea',
    'bytea',
    'integer',
    'uuid',
    'bytea',
    'bytea[]',
    'timestamptz',
  ]
    .map((type, at) => `$${from + at}::${type}`)
    .join(', ');

/** A row is over at the latest a day after it was written (B11), which is when its browser was last seen. */
const slot = (from: number): string => `day_slot($${from + 5}::timestamptz + interval '1 day')`;

/**
 * A sign-in that waits for its second factor. A passkey is both at once, unless it asked for no PIN and no finger: then it is
 * one factor (B10), which anybody has who finds it.
 */
const isHalf = (events: string): string =>
  `(jsonb_array_length(${events}) < 2 AND NOT ${events} @> '[{"method":"passkey","userVerified":true}]')`;

/**
 * Ends those of the person's sessions that are too many beside the row whose values begin at `from`, the longest unused
 * first. The session that this row takes the place of (`$1`) is not counted: it ends by a part of its own.
 */
const endOthers = (from: number, only = ''): string => `DELETE FROM sessions WHERE lookup IN (
    SELECT lookup FROM sessions
    WHERE person = $${from + 1}::uuid AND ${isHalf('events')} = ${isHalf(`$${from + 2}::jsonb`)}
      AND lookup IS DISTINCT FROM $1::bytea
    ORDER BY last_seen_at DESC
    OFFSET CASE WHEN ${isHalf(`$${from + 2}::jsonb`)}
      THEN ${sessionCountLimits['half-done'].most - 1} ELSE ${sessionCountLimits.finished.most - 1} END
  )${only} RETURNING ref`;

const written = `SELECT (SELECT count(*) FROM added) AS added, ARRAY(SELECT ref::text FROM others) AS others`;

const statements = {
  find: `SELECT ${columns} FROM sessions WHERE lookup = $1`,
  allOf: `SELECT ${columns} FROM sessions WHERE person = $1 ORDER BY last_seen_at DESC`,
  insert: `WITH ended AS (DELETE FROM sessions WHERE lookup = $1::bytea), others AS (${endOthers(2)}),
    added AS (INSERT INTO sessions (${columns}, slot) VALUES (${values(2)}, ${slot(2)}) RETURNING 1) ${written}`,
  replace: `WITH ended AS (DELETE FROM sessions WHERE lookup = $1::bytea AND version = $2 RETURNING 1),
    others AS (${endOthers(3, ' AND EXISTS (SELECT FROM ended)')}),
    added AS (INSERT INTO sessions (${columns}, slot) SELECT ${values(3)}, ${slot(3)} FROM ended RETURNING 1) ${written}`,
  change: `UPDATE sessions SET pending = coalesce($3, pending), vault_wrap = coalesce($4, vault_wrap),
    origin = coalesce($5, origin), networks = coalesce($6, networks), version = version + 1 WHERE lookup = $1 AND version = $2`,
} as const;

const valuesOf = (row: SessionRow): readonly unknown[] => [
  row.lookup,
  row.person,
  JSON.stringify(row.events),
  row.created_at,
  row.signed_in_at,
  row.last_seen_at,
  row.expires_at,
  row.pending,
  row.vault_wrap,
  row.version,
  row.ref,
  row.origin,
  row.networks,
  row.lapsed_at,
];

/** The statements of every request are kept as text: building them anew each time would cost more than sending them. */
export function postgresSessions(database: Database): SessionStore {
  const on = (tx: Tx | undefined) => (tx ? inside(tx) : queriesOn(database)).withTables<Tables>();
  const run = <Row = SessionRow>(text: string, parameters: readonly unknown[], tx: Tx | undefined) =>
    (tx ? inside(tx) : queriesOn(database)).executeQuery<Row>(CompiledQuery.raw(text, [...parameters]));
  return {
    async find(lookup) {
      return (await lookUp<SessionRow & Record<string, unknown>>(database, statements.find, [lookup]))[0];
    },
    async insert(row, previous, tx) {
      const values = [previous ?? null, ...valuesOf(row)];
      const written = tx
        ? (await run<Written>(statements.insert, values, tx)).rows
        : await runOnPool<Written>(database, { name: 'session-insert', text: statements.insert, values });
      return written.flatMap(({ others }) => others);
    },
    async replace(row, old, tx) {
      const result = await run<Written>(statements.replace, [old.lookup, old.version, ...valuesOf(row)], tx);
      return result.rows.find(({ added }) => Number(added) === 1)?.others;
    },
    async change(old, change, tx) {
      const { pending = null, vault_wrap = null, origin = null, networks = null } = change;
      const values = [old.lookup, old.version, pending, vault_wrap, origin, networks];
      const result = await run(statements.change, values, tx);
      return result.numAffectedRows === 1n;
    },
    async touch(lookup, seen) {
      await on(undefined).updateTable('sessions').set(seen).where('lookup', '=', lookup).execute();
    },
    async remove(lookup, tx) {
      await on(tx).deleteFrom('sessions').where('lookup', '=', lookup).execute();
    },
    async removeAllOf(person, keep, tx, using) {
      const gone = await on(tx)
        .deleteFrom('sessions')
        .where('person', '=', person)
        .$if(keep !== undefined, (query) => query.where('lookup', '!=', keep ?? Buffer.alloc(0)))
        .$if(using !== undefined, (query) =>
          query.where(sql<boolean>`events @> ${JSON.stringify([{ method: using }])}::jsonb`),
        )
        .returning('ref')
        .execute();
      return gone.map(({ ref }) => ref);
    },
    async allOf(person) {
      return (await run(statements.allOf, [person], undefined)).rows;
    },
    async removeOne(person, ref, tx) {
      if (!isUuid(ref)) return false;
      const ended = await on(tx)
        .deleteFrom('sessions')
        .where('person', '=', person)
        .where('ref', '=', ref)
        .executeTakeFirst();
      return ended.numDeletedRows === 1n;
    },
    async removeExpired() {
      await emptyPastDay(database, 'sessions');
    },
  };
}
