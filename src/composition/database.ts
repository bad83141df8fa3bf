import path from 'node:path';
import { Redacted } from '../kernel/index.ts';
import type { Settings } from '../platform/config/index.ts';
import { ensureDatabase, startEmbeddedPostgres } from '../platform/postgres/index.ts';

export interface OpenDatabase {
  /** Of Signet's own database. */
  readonly url: Redacted<string>;
  /** URL of another database on the same server, made when missing. */
  beside(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The PostgreSQL of `DATABASE_URL`, or one of our own in the data folder. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const given = settings.DATABASE_URL?.reveal();
  if (given) {
    const name = new URL(given).pathname.slice(1) || 'postgres';
    return {
      url: new Redacted(given),
      beside: (suffix) => ensureDatabase(given, `${name}_${suffix}`),
      stop: async () => undefined,
    };
  }
  const embedded = await startEmbeddedPostgres({ dir: path.join(settings.SIGNET_DATA_DIR, 'postgres') });
  return {
    url: new Redacted(await ensureDatabase(embedded.url, 'signet')),
    beside: (suffix) => ensureDatabase(embedded.url, `signet_${suffix}`),
    stop: embedded.stop,
  };
}
