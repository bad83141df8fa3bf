import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../../test/support/database/database.ts';
import { openTcpProxy } from '../../../../../test/support/database/tcp-proxy.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A start in a process of its own, which lives to say how the making of the queue went. */
const makesQueue = `
  import { installJobs } from '${path.join(import.meta.dirname, 'index.ts')}';
  await installJobs(process.env.DATABASE).catch((error) => console.log(error.message));
  console.log('lives');
`;

it('finding O2: a server that is lost while the queue’s rights are given is said, and does not end the process', async () => {
  const database = await createTestDatabase();
  const proxy = await openTcpProxy(() => Number(new URL(database.ownerUrl).port));
  const [holder, watcher] = [await connected(database.ownerUrl), await connected(database.ownerUrl)];
  cleanups.push(
    database.drop,
    proxy.close,
    () => holder.end(),
    () => watcher.end(),
  );
  await holder.query('BEGIN');
  await holder.query('GRANT USAGE ON SCHEMA pgboss TO signet_audit'); // another grant has to wait for its end
  const throughProxy = new URL(database.ownerUrl);
  throughProxy.port = String(proxy.port);
  const program = promisify(execFile)(process.execPath, ['--input-type=module', '-e', makesQueue], {
    env: { ...process.env, DATABASE: throughProxy.href },
  });
  const waits = `SELECT FROM pg_stat_activity WHERE query LIKE 'GRANT USAGE%' AND wait_event_type = 'Lock'
    AND datname = current_database()`;
  await expect.poll(async () => (await watcher.query(waits)).rowCount, { timeout: 30_000 }).toBe(1);
  proxy.refuse();
  const { stdout } = await program;
  expect(stdout).toBe('Connection terminated unexpectedly\nlives\n');
}, 60_000);

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
