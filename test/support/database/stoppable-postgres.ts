import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installJobs } from '../../../packages/signet/src/platform/jobs/index.ts';
import { migrate, openPool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { ensureDatabase, startEmbeddedPostgres } from '../../../sandbox/postgres/index.ts';
import { migrationsFolder } from '../repository.ts';

/** A PostgreSQL of a test's own that can be stopped and started, always at the same address. */
export interface StoppablePostgres {
  readonly url: string;
  /** As an operator stops it: "fast shutdown", connections are cut. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function stoppablePostgres(): Promise<StoppablePostgres> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-outage-'));
  let server = await startEmbeddedPostgres({ dir, throwAway: true });
  const direct = await ensureDatabase(server.url, 'signet');
  const pool = openPool(direct, (error) => console.error(error));
  await migrate(pool.db, migrationsFolder);
  await pool.close();
  await installJobs(direct);
  // Each start has another port; the door in front keeps its own.
  const door = await openDoor(() => Number(new URL(server.url).port));
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

async function openDoor(portBehind: () => number): Promise<{ port: number; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const door = createServer((outside) => {
    const inside = connect(portBehind(), '127.0.0.1');
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy()); // nobody behind: the caller hangs up on
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
