import { rm } from 'node:fs/promises';
import { installJobs } from '../../../packages/signet/src/platform/jobs/index.ts';
import { migrate, openPool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { ensureDatabase, startEmbeddedPostgres } from '../../../sandbox/postgres/index.ts';
import { migrationsFolder } from '../repository.ts';
import { openTcpProxy } from './tcp-proxy.ts';
import { throwAwayFolder } from './throw-away-folder.ts';

/** A PostgreSQL of a test's own that can be stopped and started, always at the same address. */
export interface StoppablePostgres {
  readonly url: string;
  /** As an operator stops it: "fast shutdown", connections are cut. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function stoppablePostgres(): Promise<StoppablePostgres> {
  const dir = await throwAwayFolder('signet-outage-');
  let server = await startEmbeddedPostgres({ dir, throwAway: true });
  const direct = await ensureDatabase(server.url, 'signet');
  const pool = openPool(direct, (error) => console.error(error));
  await migrate(pool.db, migrationsFolder);
  await pool.close();
  await installJobs(direct);
  // Each start has another port; the door in front keeps its own.
  const door = await openTcpProxy(() => Number(new URL(server.url).port));
  const url = new URL(direct);
  url.port = String(door.port);
  return {
    url: url.href,
    stop: () => server.stop(),
    async start() {
      server = await startEmbeddedPostgres({ dir, throwAway: true });
    },
    async remove() {
      await door.close();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
