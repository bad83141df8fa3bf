import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { inside, openPool, type Pool, transactOn } from './index.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, (error) => console.error(error));
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
  const { rows } = await sql<{ word: string }>`SELECT word FROM note`.execute(pool.db);
  expect(rows).toEqual([{ word: 'kept' }]);
});
