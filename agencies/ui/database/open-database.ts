import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export interface AgencyDatabase<Tables> {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly url: string;
  /** What PostgreSQL lists the connections as. */
  readonly name: string;
  readonly connections: number;
  readonly types?: pg.CustomTypesConfig;
  /** A connection was lost while nobody used it; the next query makes another. */
  onIdleError(error: Error): void;
}

/** An agency's own database; connections are made when first used. */
export function openDatabase<Tables>(options: OpenOptions): AgencyDatabase<Tables> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    query_timeout: 17_000, // of a server that is frozen or cut off without a word, and so ends nothing itself
    pipeline: true, // so that the driver also throws away the connection that such a server left
    keepAlive: true,
    application_name: options.name,
    ...(options.types && { types: options.types }),
  });
  pool.on('error', options.onIdleError);
  pool.on('connect', (client) => client.on('error', () => undefined)); // whoever uses it hears from their statement
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
