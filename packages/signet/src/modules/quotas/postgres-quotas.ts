import { sql } from 'kysely';
import type { Database } from '../../kernel/index.ts';
import { deleteExpired, lookUp, queriesOn } from '../../platform/postgres/index.ts';

type Tables = {
  attempts: { key: Buffer; window_started_at: Date; count: number; previous: number; expires_at: Date };
  known_sources: { key: Buffer; expires_at: Date };
};

export interface AttemptWindow {
  readonly key: Buffer;
  readonly start: Date;
  readonly length: number; // milliseconds
}

export type Counted = Pick<Tables['attempts'], 'key' | 'count' | 'previous'>;

export interface QuotaStore {
  /** Counts one more in each window and tells what each has now. One statement, in key order against deadlock. */
  count(windows: readonly AttemptWindow[]): Promise<readonly Counted[]>;
  /** What a window that is not over has now. */
  find(key: Buffer, now: Date): Promise<Counted | undefined>;
  uncount(keys: readonly Buffer[]): Promise<void>;
  /** Takes the tries back and remembers a place, in one statement. */
  uncountAndKnow(keys: readonly Buffer[], place: Buffer, until: Date): Promise<void>;
  isKnown(key: Buffer, now: Date): Promise<boolean>;
  removeExpired(now: Date): Promise<void>;
}

const findWindow = 'SELECT key, count, previous FROM attempts WHERE key = $1 AND expires_at > $2';
const findKnown = 'SELECT key FROM known_sources WHERE key = $1 AND expires_at > $2';

export function postgresQuotas(database: Database): QuotaStore {
  const db = queriesOn(database).withTables<Tables>();
  return {
    async count(windows) {
      const sorted = windows.toSorted((a, b) => Buffer.compare(a.key, b.key));
      const column = <T>(pick: (window: AttemptWindow) => T) => sorted.map(pick);
      const { rows } = await sql<Counted>`
        INSERT INTO attempts AS old (key, window_started_at, count, previous, expires_at)
        SELECT key, start, 1, 0, start + 2 * length
        FROM unnest(${column(({ key }) => key)}::bytea[], ${column(({ start }) => start)}::timestamptz[],
          ${column(({ length }) => `${length} milliseconds`)}::interval[]) AS t (key, start, length)
        ON CONFLICT (key) DO UPDATE SET
          window_started_at = EXCLUDED.window_started_at,
          expires_at = EXCLUDED.expires_at,
          count = CASE WHEN old.window_started_at = EXCLUDED.window_started_at THEN old.count + 1 ELSE 1 END,
          previous = CASE
            WHEN old.window_started_at = EXCLUDED.window_started_at THEN old.previous
            WHEN old.expires_at = EXCLUDED.window_started_at + (EXCLUDED.expires_at - EXCLUDED.window_started_at) / 2
            THEN old.count ELSE 0 END
        RETURNING key, count, previous`.execute(db);
      return rows;
    },
    async find(key, now) {
      return (await lookUp<Counted & Record<string, unknown>>(database, findWindow, [key, now]))[0];
    },
    async uncount(keys) {
      const sorted = keys.toSorted(Buffer.compare);
      await sql`
        WITH locked AS (SELECT key FROM attempts WHERE key = ANY(${sorted}::bytea[]) ORDER BY key FOR UPDATE)
        UPDATE attempts SET count = greatest(count - 1, 0) FROM locked WHERE attempts.key = locked.key`.execute(
        db,
      );
    },
    async uncountAndKnow(keys, place, until) {
      const sorted = keys.toSorted(Buffer.compare);
      await sql`
        WITH locked AS (SELECT key FROM attempts WHERE key = ANY(${sorted}::bytea[]) ORDER BY key FOR UPDATE),
        taken_back AS (
          UPDATE attempts SET count = greatest(count - 1, 0) FROM locked WHERE attempts.key = locked.key
        )
        INSERT INTO known_sources (key, expires_at) VALUES (${place}, ${until})
        ON CONFLICT (key) DO UPDATE SET expires_at = EXCLUDED.expires_at`.execute(db);
    },
    async isKnown(key, now) {
      return (await lookUp(database, findKnown, [key, now])).length > 0;
    },
    async removeExpired(now) {
      await deleteExpired(database, 'attempts', now);
      await deleteExpired(database, 'known_sources', now);
    },
  };
}
