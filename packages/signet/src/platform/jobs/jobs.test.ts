import { sql } from 'kysely';
import { afterEach, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../../../../../test/support/database/database.ts';
import { openPool, transactOn } from '../postgres/index.ts';
import { type JobKind, openJobs } from './index.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function world(run: JobKind['run']) {
  const database = await createTestDatabase();
  const pool = openPool(database.url, () => undefined);
  const kind: JobKind = {
    name: 'letter',
    retries: 3,
    firstRetryAfter: 1,
    longestRetryAfter: 1,
    concurrency: 1,
    run,
  };
  const errors: unknown[] = [];
  const jobs = await openJobs(database.url, [kind], (error) => errors.push(error));
  await jobs.work([kind]);
  cleanups.push(database.drop, pool.close, jobs.stop);
  return { pool, jobs, errors, transact: transactOn(pool.db) };
}

it('runs a job only when the transaction that asked for it commits', async () => {
  const ran: unknown[] = [];
  const { jobs, transact } = await world(async (data) => void ran.push(data.n));
  await transact((tx) => jobs.enqueue(tx, 'letter', { n: 1 }));
  const rolledBack = transact(async (tx) => {
    await jobs.enqueue(tx, 'letter', { n: 2 });
    throw new Error('crash');
  });
  await expect(rolledBack).rejects.toThrow('crash');
  await transact((tx) => jobs.enqueue(tx, 'letter', { n: 3 }));
  await vi.waitFor(() => expect(ran).toEqual([1, 3]), 10_000);
});

it('tries a failed job again, and keeps what it threw out of the database', async () => {
  let tries = 0;
  const { jobs, transact, errors, pool } = await world(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no answer for Ana Rivera');
  });
  await transact((tx) => jobs.enqueue(tx, 'letter', { n: 1 }));
  await vi.waitFor(() => expect(tries).toBe(2), 15_000);
  expect(errors).toHaveLength(1);
  const { rows } = await sql<{ text: string }>`SELECT job::text AS text FROM pgboss.job`.execute(pool.db);
  expect(JSON.stringify(rows)).not.toContain('Rivera');
});
