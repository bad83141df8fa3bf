import type { Database, Tx } from '../../kernel/index.ts';
import { atTheEnd, deleteExpired, lookUp, runOnPool } from '../../platform/postgres/index.ts';

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

/** A place that is known, among rows of what was counted. */
interface Recognized {
  readonly key: Buffer;
  readonly count: null;
}

export interface QuotaStore {
  /** Counts one more in each window and tells what each has now. One statement, in key order against deadlock. */
  count(windows: readonly AttemptWindow[]): Promise<readonly Counted[]>;
  /** The same, and in the same statement which of these places are known. */
  countAndRecognize(
    windows: readonly AttemptWindow[],
    places: readonly Buffer[],
    now: Date,
  ): Promise<{ readonly counted: readonly Counted[]; readonly known: readonly Buffer[] }>;
  /** What a window that is not over has now. */
  find(key: Buffer, now: Date): Promise<Counted | undefined>;
  /** With `tx`: together with its `COMMIT`, so that rows which many count in are held no longer than that. */
  uncount(keys: readonly Buffer[], tx?: Tx): Promise<void>;
  /** Takes the tries back and remembers a place, in one statement. `tx`: as with `uncount`. */
  uncountAndKnow(keys: readonly Buffer[], place: Buffer, until: Date, tx?: Tx): Promise<void>;
  removeExpired(now: Date): Promise<void>;
}

const findWindow = 'SELECT key, count, previous FROM attempts WHERE key = $1 AND expires_at > $2';

const countOneMore = `
  INSERT INTO attempts AS old (key, window_started_at, count, previous, expires_at)
  SELECT key, start, 1, 0, start + 2 * length
  FROM unnest($1::bytea[], $2::timestamptz[], $3::interval[]) AS t (key, start, length)
  ON CONFLICT (key) DO UPDATE SET
    window_started_at = EXCLUDED.window_started_at,
    expires_at = EXCLUDED.expires_at,
    count = CASE WHEN old.window_started_at = EXCLUDED.window_started_at THEN old.count + 1 ELSE 1 END,
    previous = CASE
      WHEN old.window_started_at = EXCLUDED.window_started_at THEN old.previous
      WHEN old.expires_at = EXCLUDED.window_started_at + (EXCLUDED.expires_at - EXCLUDED.window_started_at) / 2
      THEN old.count ELSE 0 END
  RETURNING key, count, previous`;

const countAndRecognize = `
  WITH counted AS (${countOneMore})
  SELECT key, count, previous FROM counted
  UNION ALL SELECT key, NULL, NULL FROM known_sources WHERE key = ANY($4::bytea[]) AND expires_at > $5`;

const taken = `
  WITH locked AS (SELECT key FROM attempts WHERE key = ANY($1::bytea[]) ORDER BY key FOR UPDATE)`;
const takeBack =
  'UPDATE attempts SET count = greatest(count - 1, 0) FROM locked WHERE attempts.key = locked.key';

const uncount = `${taken} ${takeBack}`;

const uncountAndKnow = `${taken}, taken_back AS (${takeBack})
  INSERT INTO known_sources (key, expires_at) VALUES ($2, $3)
  ON CONFLICT (key) DO UPDATE SET expires_at = EXCLUDED.expires_at`;

/** In key order, as the parameters of `countOneMore`. */
function asColumns(windows: readonly AttemptWindow[]): unknown[] {
  const sorted = windows.toSorted((a, b) => Buffer.compare(a.key, b.key));
  const column = <T>(pick: (window: AttemptWindow) => T) => sorted.map(pick);
  return [
    column(({ key }) => key),
    column(({ start }) => start),
    column(({ length }) => `${length} milliseconds`),
  ];
}

export function postgresQuotas(database: Database): QuotaStore {
  return {
    count: (windows) =>
      runOnPool<Counted>(database, { name: 'quota-count', text: countOneMore, values: asColumns(windows) }),
    async countAndRecognize(windows, places, now) {
      const values = [...asColumns(windows), places, now];
      const rows = await runOnPool<Counted | Recognized>(database, {
        name: 'quota-count-and-recognize',
        text: countAndRecognize,
        values,
      });
      const isCounted = (row: Counted | Recognized): row is Counted => row.count !== null;
      return {
        counted: rows.filter(isCounted),
        known: rows.flatMap((row) => (isCounted(row) ? [] : [row.key])),
      };
    },
    async find(key, now) {
      return (await lookUp<Counted & Record<string, unknown>>(database, findWindow, [key, now]))[0];
    },
    uncount: (keys, tx) => write(database, 'quota-uncount', uncount, [keys.toSorted(Buffer.compare)], tx),
    uncountAndKnow: (keys, place, until, tx) => {
      const values = [keys.toSorted(Buffer.compare), place, until];
      return write(database, 'quota-uncount-and-know', uncountAndKnow, values, tx);
    },
    async removeExpired(now) {
      await deleteExpired(database, 'attempts', now);
      await deleteExpired(database, 'known_sources', now);
    },
  };
}

async function write(
  database: Database,
  name: string,
  text: string,
  values: unknown[],
  tx: Tx | undefined,
): Promise<void> {
  if (tx) atTheEnd(tx, { name, text, values });
  else await runOnPool(database, { name, text, values });
}
