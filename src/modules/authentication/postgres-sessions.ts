import { sql } from 'kysely';
import type { PersonId, Tx } from '../../kernel/index.ts';
import { type Database, inside } from '../../platform/postgres/index.ts';

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
}

type Tables = { sessions: SessionRow };

/** A row as it was read: a change to it succeeds only if nobody else changed it since. */
export type RowVersion = Pick<SessionRow, 'lookup' | 'version'>;

export interface SessionStore {
  find(lookup: Buffer): Promise<SessionRow | undefined>;
  /** Ends `previous`, if it is still there, in the same statement. */
  insert(row: SessionRow, previous: Buffer | undefined, tx: Tx | undefined): Promise<void>;
  /** Puts `row` in the place of `old`, or says false when `old` is gone or another version by now. */
  replace(row: SessionRow, old: RowVersion, tx: Tx | undefined): Promise<boolean>;
  change(
    old: RowVersion,
    change: Partial<Pick<SessionRow, 'pending' | 'vault_wrap'>>,
    tx: Tx | undefined,
  ): Promise<boolean>;
  touch(lookup: Buffer, seen: Pick<SessionRow, 'last_seen_at' | 'expires_at'>): Promise<void>;
  remove(lookup: Buffer, tx: Tx | undefined): Promise<void>;
  removeAllOf(person: PersonId, keep: Buffer | undefined, tx: Tx | undefined): Promise<number>;
  removeExpired(now: Date): Promise<void>;
}

const everything = [
  'lookup',
  'person',
  'events',
  'created_at',
  'signed_in_at',
  'last_seen_at',
  'expires_at',
  'pending',
  'vault_wrap',
  'version',
] as const;

export function postgresSessions(database: Database): SessionStore {
  const on = (tx: Tx | undefined) => (tx ? inside(tx) : database).withTables<Tables>();
  const values = (row: SessionRow) => sql`${row.lookup}::bytea, ${row.person}::uuid,
    ${JSON.stringify(row.events)}::jsonb, ${row.created_at}::timestamptz, ${row.signed_in_at}::timestamptz,
    ${row.last_seen_at}::timestamptz, ${row.expires_at}::timestamptz, ${row.pending}::bytea,
    ${row.vault_wrap}::bytea, ${row.version}::integer`;
  const columns = sql.join(everything.map((name) => sql.ref(name)));
  return {
    find: (lookup) =>
      on(undefined).selectFrom('sessions').select(everything).where('lookup', '=', lookup).executeTakeFirst(),
    async insert(row, previous, tx) {
      await sql`WITH ended AS (DELETE FROM sessions WHERE lookup = ${previous ?? null}::bytea)
        INSERT INTO sessions (${columns}) VALUES (${values(row)})`.execute(on(tx));
    },
    async replace(row, old, tx) {
      const result = await sql`
        WITH ended AS (DELETE FROM sessions WHERE lookup = ${old.lookup} AND version = ${old.version} RETURNING 1)
        INSERT INTO sessions (${columns}) SELECT ${values(row)} FROM ended`.execute(on(tx));
      return result.numAffectedRows === 1n;
    },
    async change(old, change, tx) {
      const result = await on(tx)
        .updateTable('sessions')
        .set({ ...change, version: old.version + 1 })
        .where('lookup', '=', old.lookup)
        .where('version', '=', old.version)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async touch(lookup, seen) {
      await on(undefined).updateTable('sessions').set(seen).where('lookup', '=', lookup).execute();
    },
    async remove(lookup, tx) {
      await on(tx).deleteFrom('sessions').where('lookup', '=', lookup).execute();
    },
    async removeAllOf(person, keep, tx) {
      const result = await on(tx)
        .deleteFrom('sessions')
        .where('person', '=', person)
        .$if(keep !== undefined, (query) => query.where('lookup', '!=', keep ?? Buffer.alloc(0)))
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
    async removeExpired(now) {
      await on(undefined).deleteFrom('sessions').where('expires_at', '<=', now).execute();
    },
  };
}
