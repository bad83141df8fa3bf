import { StartFailure } from '../start-failure.ts';
import { withConnection } from './with-connection.ts';

const duplicateDatabase = '42P04';

/** The URL of another database on the same server. */
export function siblingUrl(url: string, database: string): string {
  const sibling = new URL(url);
  sibling.pathname = `/${database}`;
  return sibling.toString();
}

/** Makes a database on the server of `url` unless it exists, and returns its URL. */
export async function ensureDatabase(url: string, database: string): Promise<string> {
  try {
    await withConnection({ connectionString: url, connectionTimeoutMillis: 5000 }, async (client) => {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    });
  } catch (cause) {
    if ((cause as { code?: string }).code !== duplicateDatabase) {
      throw new StartFailure(
        'database-unavailable',
        `Setting DATABASE_URL: its server cannot be reached, or the database "${database}" cannot be made on it`,
        cause,
      );
    }
  }
  return siblingUrl(url, database);
}
