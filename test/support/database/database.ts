import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { siblingUrl } from '../../../sandbox/postgres/index.ts';

export const templateName = 'signet_template';

export interface TestDatabase {
  /** With the rights that Signet has, `signet_application`; of an empty one its owner's. */
  readonly url: string;
  /** As `signet_application`, also of an empty one. */
  readonly applicationUrl: string;
  /** As `signet_audit`. */
  readonly auditUrl: string;
  /** As the owner of the tables, for a test's own changes to them. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A database of a test's own: a copy of the migrated template, or empty with `{ empty: true }`. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options.empty ? 'template0' : templateName;
  // As files, and not block by block through the log: a third of the time, where nothing has to outlive a crash.
  const copying = `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`;
  // A copy has the tables of its template, and not the rights to the database itself.
  const rights = options.empty ? [] : [`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`];
  await onServer(server, copying, ...rights);
  return {
    url: siblingUrl(options.empty ? server : inject('applicationUrl'), name),
    applicationUrl: siblingUrl(inject('applicationUrl'), name),
    auditUrl: siblingUrl(inject('auditUrl'), name),
    ownerUrl: siblingUrl(server, name),
    drop: () => drop(server, name),
  };
}

/** Connections that are closing get a moment; what is still there then is cut. */
async function drop(server: string, name: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    try {
      return await onServer(server, `DROP DATABASE ${name}`);
    } catch (error) {
      if ((error as { code?: string }).code !== inUse) throw error;
      await pause(50);
    }
  }
  await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
}

const inUse = '55006'; // object_in_use

async function onServer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
