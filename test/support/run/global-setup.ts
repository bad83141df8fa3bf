import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  ensureDatabase,
  migrate,
  openPool,
  startEmbeddedPostgres,
} from '../../../packages/signet/src/platform/postgres/index.ts';
import { packageRoot } from '../../../packages/signet/src/platform/root.ts';
import { buildClient } from '../../../scripts/build-client.ts';
import { templateName } from '../database/database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/**
 * Once a run: what browsers load, where it is not built yet; one throw-away database server, and one migrated template that
 * each test's database is copied from.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const assets = path.join(packageRoot, 'dist', 'assets');
  if (!existsSync(path.join(assets, 'manifest.json'))) await buildClient(assets);
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-test-'));
  const server = await startEmbeddedPostgres({ dir, throwAway: true });
  const template = openPool(await ensureDatabase(server.url, templateName), (error) => console.error(error));
  await migrate(template.db, path.join(packageRoot, 'packages', 'signet', 'migrations'));
  await template.close();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
