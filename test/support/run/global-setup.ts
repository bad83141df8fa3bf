import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { installJobs } from '../../../packages/signet/src/platform/jobs/index.ts';
import { migrate, openPool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { ensureDatabase, makeLogins, startEmbeddedPostgres } from '../../../sandbox/postgres/index.ts';
import { buildClient } from '../../../scripts/build-client.ts';
import { templateName } from '../database/database.ts';
import { throwAwayFolder } from '../database/throw-away-folder.ts';
import { assetsFolder, migrationsFolder } from '../repository.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    applicationUrl: string;
    auditUrl: string;
  }
}

/**
 * Once a run: what browsers load, where it is not built yet; one throw-away database server, and one migrated template that
 * each test's database is copied from.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(path.join(assetsFolder, 'manifest.json'))) await buildClient(assetsFolder);
  const dir = await throwAwayFolder('signet-test-');
  const server = await startEmbeddedPostgres({ dir, throwAway: true });
  const logins = await makeLogins(server.url);
  const template = await ensureDatabase(server.url, templateName);
  const pool = openPool(template, (error) => console.error(error));
  await migrate(pool.db, migrationsFolder);
  await pool.close();
  await installJobs(template);
  project.provide('postgresUrl', server.url);
  project.provide('applicationUrl', logins.application);
  project.provide('auditUrl', logins.audit);
  return async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
