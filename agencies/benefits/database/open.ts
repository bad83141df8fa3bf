import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { BenefitsTables } from './tables.ts';

export interface BenefitsDatabase {
  readonly db: Kysely<BenefitsTables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** The office's own database; connections are made when first used. */
export function openDatabase(url: string, onIdleError: (error: Error) => void): BenefitsDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    application_name: 'benefits',
  });
  pool.on('error', onIdleError);
  const db = new Kysely<BenefitsTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
