import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../../../../../test/support/database/database.ts';
import { proofingJobs } from '../../modules/proofing/index.ts';
import { openPool, transactOn } from '../postgres/index.ts';
import { type JobKind, openJobs } from './index.ts';
import { noticed } from './jobs.ts';

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
    run,
  };
  const errors: unknown[] = [];
  const lasts: boolean[] = [];
  const jobs = await openJobs(database.url, [kind], (error, _job, isLast) => {
    errors.push(error);
    lasts.push(isLast);
  });
  await jobs.work([kind]);
  cleanups.push(database.drop, pool.close, jobs.stop);
  return { pool, jobs, errors, lasts, transact: transactOn(pool.db) };
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

it('a job that fails each time is said to be given up at its last try, and not before', async () => {
  const { jobs, transact, lasts } = await world(async () => {
    throw new Error('never');
  });
  await transact((tx) => jobs.enqueue(tx, 'letter', { n: 1 }));
  await vi.waitFor(() => expect(lasts).toEqual([false, false, false, true]), 30_000);
});

it('finding O11: another takes the job of a worker that died within 15 seconds: its policy and the queue’s times add up to it', () => {
  const backoff = 2 * proofingJobs.check.firstRetryAfter; // doubled at the most, by chance
  expect(noticed.heartbeat + noticed.look + backoff + noticed.ask).toBeLessThan(15);
  expect(noticed.refresh * 3).toBeLessThan(noticed.heartbeat); // one that is only busy keeps its job
});

it('finding O2: a server takes down a connection that the queue is leaving, to which nobody listens: the process lives', async () => {
  const { pool } = await world(async () => undefined);
  const left = new pg.Client({ connectionString: pool.pg.options.connectionString });
  await left.connect();
  const { rows } = await left.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  left.removeAllListeners(); // as pg-boss does
  const died = vi.fn();
  process.once('uncaughtException', died);
  await sql`SELECT pg_terminate_backend(${rows[0]?.pid})`.execute(pool.db);
  await left.end();
  process.off('uncaughtException', died);
  expect(died).not.toHaveBeenCalled();
});

/** A worker as a process of its own, which says when it has the job and never ends it. */
const neverDone = `
  import { openJobs } from '${path.join(import.meta.dirname, 'index.ts')}';
  const kind = JSON.parse(process.env.KIND);
  const jobs = await openJobs(process.env.DATABASE, [kind], () => undefined);
  await jobs.work([{ ...kind, run: () => { process.stdout.write('has it'); return new Promise(() => undefined); } }]);
`;

it('finding O11: the worker is killed in the middle of its job: another one takes it', async () => {
  const database = await createTestDatabase();
  const pool = openPool(database.url, () => undefined);
  const kind = { ...proofingJobs.check, name: 'check' };
  const took: unknown[] = [];
  const jobs = await openJobs(database.url, [kind], () => undefined);
  cleanups.push(database.drop, pool.close, jobs.stop);
  const program = ['--input-type=module', '-e', neverDone];
  const env = { ...process.env, DATABASE: database.url, KIND: JSON.stringify(kind) };
  const worker = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await transactOn(pool.db)((tx) => jobs.enqueue(tx, 'check', { n: 1 }));
  await once(worker.stdout, 'data');
  worker.kill('SIGKILL');
  await jobs.work([{ ...kind, run: async (data) => void took.push(data.n) }]);
  await vi.waitFor(() => expect(took).toEqual([1]), 60_000);
});
