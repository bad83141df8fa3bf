import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { RevenueTables } from './tables.ts';

const { INT8, DATE } = pg.types.builtins;

/** Cents and counts stay far below 2^53; a calendar day has no time zone and stays text. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (day: string) => day;
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
};

export interface RevenueDatabase {
  readonly db: Kysely<RevenueTables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** The department's own database; connections are made when first used. */
export function openDatabase(url: string, onIdleError: (error: Error) => void): RevenueDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    application_name: 'revenue',
    types: parsers,
  });
  pool.on('error', onIdleError);
  const db = new Kysely<RevenueTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
