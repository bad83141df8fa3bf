import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/database.ts';
import { type AgencyDatabase, migrate, openDatabase } from './index.ts';

let test: TestDatabase;
let database: AgencyDatabase<{ numbers: { n: number } }>;
let folder: string;

beforeEach(async () => {
  test = await createTestDatabase({ empty: true });
  database = openDatabase({ url: test.url, name: 'test', connections: 4, onIdleError: () => undefined });
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await database.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

/** Writes the files and freezes them, as a release does. */
async function release(files: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(files).map(([name, text]) => {
    const checksum = createHash('sha256').update(text).digest('hex');
    return `${checksum}  ${name}\n`;
  });
  await writeFile(path.join(folder, 'checksums'), lines.join(''));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}

const bringForward = () => migrate({ pool: database.pool, folder, agency: 'Test Office' });
const count = async (): Promise<number> =>
  (await database.db.selectFrom('numbers').select('n').execute()).length;

const first = { '0001_numbers.sql': 'CREATE TABLE numbers (n int); INSERT INTO numbers VALUES (1);' };
const second = { '0002_another.sql': 'INSERT INTO numbers VALUES (2);' };

it('applies each file once, in order, whoever starts at the same time', async () => {
  await release(first);
  await Promise.all([bringForward(), bringForward(), bringForward()]);
  expect(await count()).toBe(1);
  await release({ ...first, ...second });
  await Promise.all([bringForward(), bringForward()]);
  expect(await count()).toBe(2);
});

it('a file that fails leaves the database as it was', async () => {
  await release({ ...first, '0002_wrong.sql': 'SELECT nothing FROM nowhere;' });
  await expect(bringForward()).rejects.toThrow('Migration 0002_wrong.sql failed');
  await release({ ...first, '0002_wrong.sql': 'INSERT INTO numbers VALUES (2);' });
  await bringForward();
  expect(await count()).toBe(2);
});

it('a file that was changed is refused before anything is applied, with what to do', async () => {
  await release(first);
  await writeFile(path.join(folder, '0001_numbers.sql'), 'CREATE TABLE numbers (n bigint);');
  await expect(bringForward()).rejects.toThrow(/A migration is never changed: restore it/);
});

it('a database that had another form of a file is refused, with what to do', async () => {
  await release(first);
  await bringForward();
  await release({ '0001_numbers.sql': 'CREATE TABLE numbers (n bigint);' });
  await expect(bringForward()).rejects.toThrow(
    /Test Office had 0001_numbers.sql in another form.*empty database/,
  );
});

it('a database from before the first release is refused in one line, with what to do', async () => {
  await database.pool.query('CREATE TABLE kysely_migration (name text)');
  await release(first);
  const refused = await bringForward().catch((error: Error) => error.message);
  expect(refused).toMatch(
    /^The database of the Test Office was made before .*remove the folder SIGNET_DATA_DIR/,
  );
  expect(refused).not.toContain('\n');
});
