import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { databaseFaultOf } from '../../kernel/index.ts';
import { atTheEnd, inside, lookUp, openPool, type Pool, patient, transactOn } from './index.ts';

const insert = 'INSERT INTO note VALUES ($1)';
const words = async (): Promise<string[]> => {
  const rows = await sql<{ word: string }>`SELECT word FROM note ORDER BY word`.execute(pool.db);
  return rows.rows.map(({ word }) => word);
};

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.ownerUrl, () => undefined); // a connection is cut below
  await sql`CREATE TABLE note (word text)`.execute(pool.db);
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

it('writes everything of a transaction or nothing', async () => {
  const transact = transactOn(pool.db);
  await transact(async (tx) => void (await sql`INSERT INTO note VALUES ('kept')`.execute(inside(tx))));
  const failing = transact(async (tx) => {
    await sql`INSERT INTO note VALUES ('lost')`.execute(inside(tx));
    throw new Error('crash');
  });
  await expect(failing).rejects.toThrow('crash');
  expect(await words()).toEqual(['kept']);
});

it('writes what was left for the end, and only if all the rest stands', async () => {
  const transact = transactOn(pool.db);
  await transact(async (tx) => {
    atTheEnd(tx, { text: insert, values: ['last'] });
    expect(await words()).not.toContain('last');
  });
  expect(await words()).toContain('last');
  const failing = transact(async (tx) => {
    atTheEnd(tx, { text: insert, values: ['too late'] });
    await sql`SELECT 1 / 0`.execute(inside(tx));
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  const failingAtTheEnd = transact(async (tx) => {
    await sql`INSERT INTO note VALUES ('undone')`.execute(inside(tx));
    atTheEnd(tx, { text: 'SELECT 1 / 0', values: [] });
  });
  await expect(failingAtTheEnd).rejects.toMatchObject({ code: '22012' });
  expect(await words()).toEqual(['kept', 'last']);
});

it('is not committed by somebody who passed over an error', async () => {
  const passing = transactOn(pool.db)(async (tx) => {
    await sql`INSERT INTO note VALUES ('half')`.execute(inside(tx));
    await sql`SELECT 1 / 0`.execute(inside(tx)).catch(() => undefined);
  });
  await expect(passing).rejects.toMatchObject({ code: 'transaction-failed' });
  expect(await words()).not.toContain('half');
});

it('refuses a statement that comes after the end', async () => {
  let late: Promise<unknown> = Promise.resolve();
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await transactOn(pool.db)(async (tx) => {
    await sql`SELECT 1`.execute(inside(tx));
    late = gate.then(() => sql`INSERT INTO note VALUES ('stray')`.execute(inside(tx)));
  });
  go();
  await expect(late).rejects.toMatchObject({ code: 'transaction-over' });
  expect(await words()).not.toContain('stray');
});

it('looks up many things at once, each with its own answer, and again after its connection was cut', async () => {
  const ask = async (n: number) => (await lookUp<{ n: number }>(pool.db, 'SELECT $1::int AS n', [n]))[0]?.n;
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual([1, 2, 3]);
  const both = await Promise.allSettled([lookUp(pool.db, 'SELECT 1 / $1::int', [0]), ask(4)]);
  expect(both).toMatchObject([
    { status: 'rejected', reason: { code: '22012' } },
    { status: 'fulfilled', value: 4 },
  ]);
  const [own] = await lookUp<{ pid: number }>(pool.db, 'SELECT pg_backend_pid() AS pid', []);
  await sql`SELECT pg_terminate_backend(${own?.pid})`.execute(pool.db);
  await vi.waitFor(async () => expect(await ask(5)).toBe(5));
});

it('finding O2: where all connections are in use, and none becomes free in time, it is said to be away: database-pool-used-up', async () => {
  const small = openPool(database.url, () => undefined, 1, { ...patient, connect: 100 });
  const held = await small.pg.connect();
  const waited = await sql`SELECT 1`.execute(small.db).catch((error: unknown) => error);
  held.release();
  await small.close();
  expect(databaseFaultOf(waited)).toMatchObject({ kind: 'database-pool-used-up', away: true });
});
