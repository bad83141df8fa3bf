import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { siblingUrl } from '../../src/platform/postgres/index.ts';

export const templateName = 'signet_template';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of a test's own: a copy of the migrated template, or empty with `{ empty: true }`. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${options.empty ? 'template0' : templateName}`);
  return {
    url: siblingUrl(server, name),
    drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
