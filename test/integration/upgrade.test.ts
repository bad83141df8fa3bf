import { createHash } from 'node:crypto';
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { migrate, openPool, type Pool } from '../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { migrationsFolder } from '../support/repository.ts';

const folder = migrationsFolder;

let database: TestDatabase;
let pool: Pool;
let next: string;
beforeAll(async () => {
  next = await mkdtemp(path.join(tmpdir(), 'migrations-'));
});
afterAll(() => rm(next, { recursive: true }));
beforeEach(async () => {
  await rm(next, { recursive: true });
  await cp(folder, next, { recursive: true });
  database = await createTestDatabase({ empty: true });
  pool = openPool(database.url, () => undefined);
  return async () => {
    await pool.close();
    await database.drop();
  };
});

/** A migration of the release to come, frozen as `sha256sum` would. */
async function add(name: string, text: string): Promise<void> {
  await writeFile(path.join(next, name), text);
  const checksum = createHash('sha256').update(text).digest('hex');
  await appendFile(path.join(next, 'checksums'), `${checksum}  ${name}\n`);
}

const addPeople = sql`
  INSERT INTO people VALUES (gen_random_uuid(), gen_random_uuid(), 'active', 'es', now());
  INSERT INTO email_addresses (lookup, person, address, is_primary, verified_at)
    SELECT '\\x01', id, '\\x02', true, now() FROM people;
  INSERT INTO passkey_users SELECT id, '\\x03' FROM people;
  INSERT INTO passkeys (credential_id, person, public_key, counter, transports, aaguid, user_verified, backup_eligible,
      backed_up, opens_vault, bound_at)
    SELECT '\\x04', id, '\\x05', 0, '{}', gen_random_uuid(), true, true, true, false, now() FROM people;
  INSERT INTO vaults SELECT id, '\\x08' FROM people;
  INSERT INTO vault_wraps SELECT id, 'recovery-code', 'one', '\\x09' FROM people;`;

const countPeople = async (): Promise<unknown> => {
  const { rows } = await sql<{ people: number }>`
    SELECT count(*)::int AS people FROM people
    JOIN email_addresses ON email_addresses.person = people.id
    JOIN passkeys ON passkeys.person = people.id
    JOIN vault_wraps ON vault_wraps.person = people.id`.execute(pool.db);
  return rows[0]?.people;
};

it('a database with people in it is brought to the next release, and nobody is lost', async () => {
  await migrate(pool.db, folder);
  await addPeople.execute(pool.db);
  await add('0010_accounts_next.sql', "ALTER TABLE people ADD COLUMN next text NOT NULL DEFAULT 'x';");
  expect(await migrate(pool.db, next)).toEqual(['0010_accounts_next']);
  expect(await countPeople()).toBe(1);
});

it('finding O16: this release starts on the schema of the next one, and leaves it as it is', async () => {
  await add('0010_accounts_next.sql', "ALTER TABLE people ADD COLUMN next text NOT NULL DEFAULT 'x';");
  await migrate(pool.db, next);
  expect(await migrate(pool.db, folder)).toEqual([]);
  await addPeople.execute(pool.db);
  expect(await countPeople()).toBe(1);
});

it('what takes something away runs on with the release that stopped to use it, and stops the one before', async () => {
  await add('0010_accounts_next.sql', "ALTER TABLE people ADD COLUMN next text NOT NULL DEFAULT 'x';");
  const middle = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  await cp(next, middle, { recursive: true });
  await add(
    '0011_accounts_last.sql',
    '-- needs 0010_accounts_next\nALTER TABLE people DROP COLUMN language;',
  );
  await migrate(pool.db, next);
  expect(await migrate(pool.db, middle)).toEqual([]);
  await expect(migrate(pool.db, folder)).rejects.toMatchObject({ code: 'database-too-new' });
  await rm(middle, { recursive: true });
});

it('a migration gives way to a session that uses the table, and tries again', async () => {
  await migrate(pool.db, folder);
  await add('0010_accounts_next.sql', 'ALTER TABLE people ADD COLUMN next text;');
  const user = await pool.pg.connect();
  await user.query('BEGIN');
  await user.query('SELECT FROM people');
  const migrating = migrate(pool.db, next);
  await pause(1000); // it stands in line
  const behind = pool.pg.query('SELECT FROM people'); // and this behind it, until it gives way
  const gaveWay = await Promise.race([behind.then(() => true), pause(10_000).then(() => false)]);
  expect(gaveWay).toBe(true);
  await user.query('COMMIT');
  user.release();
  expect(await migrating).toEqual(['0010_accounts_next']);
});

it('a migration runs for longer than a request may', async () => {
  await migrate(pool.db, folder);
  await add('0010_accounts_next.sql', 'SELECT pg_sleep(0.6);');
  const hurried = openPool(`${database.url}?statement_timeout=300`, () => undefined, 1);
  expect(await migrate(hurried.db, next)).toEqual(['0010_accounts_next']);
  await hurried.close();
});

it('a migration that never gets its table ends, and says who holds it', async () => {
  await migrate(pool.db, folder);
  await add('0010_accounts_next.sql', 'ALTER TABLE people ADD COLUMN next text;');
  const user = await pool.pg.connect();
  await user.query('BEGIN');
  await user.query('SELECT FROM people');
  const { rows } = await user.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const other = openPool(database.url, () => undefined, 1);
  await expect(migrate(other.db, next, 'SIGNET_DATABASE_OWNER_URL', 2)).rejects.toMatchObject({
    code: 'database-locked',
    message: expect.stringMatching(`SIGNET_DATABASE_OWNER_URL.*process ${rows[0]?.pid} of user`),
  });
  await user.query('COMMIT');
  user.release();
  await other.close();
});

it('a login without the right to change the schema finds that nothing is to be changed', async () => {
  await migrate(pool.db, folder);
  const application = openPool(database.applicationUrl, () => undefined, 1);
  expect(await migrate(application.db, folder)).toEqual([]);
  await application.close();
});

it('a database from before the baseline is refused in one line that says what to do', async () => {
  await sql`CREATE TABLE kysely_migration (name text PRIMARY KEY, timestamp text NOT NULL)`.execute(pool.db);
  const refused = await migrate(pool.db, folder).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'database-before-baseline' });
  expect((refused as Error).message).toMatch(/^.*DATABASE_URL.*SIGNET_DATA_DIR.*$/);
  const { rows } = await sql`SELECT to_regclass('people') AS found`.execute(pool.db);
  expect(rows).toEqual([{ found: null }]);
});

it('a migration that was changed after it was frozen stops the start', async () => {
  await appendFile(path.join(next, '0003_accounts.sql'), '\n');
  await expect(migrate(pool.db, next)).rejects.toMatchObject({ code: 'migration-changed' });
});

it('a database that had a migration in another form is refused', async () => {
  await migrate(pool.db, folder);
  await sql`UPDATE schema_migrations SET checksum = 'other' WHERE name = '0003_accounts'`.execute(pool.db);
  await expect(migrate(pool.db, folder)).rejects.toMatchObject({ code: 'database-of-another-build' });
});

it('a migration that fails leaves nothing of itself, and is named', async () => {
  await add('0010_accounts_next.sql', 'CREATE TABLE half (one int); SELECT 1 / 0;');
  await expect(migrate(pool.db, next)).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringContaining('0010_accounts_next'),
  });
  const { rows } = await sql`SELECT to_regclass('half') AS found`.execute(pool.db);
  expect(rows).toEqual([{ found: null }]);
});

it('processes that start together apply each migration once', async () => {
  const others = [1, 2, 3].map(() => openPool(database.url, () => undefined));
  const applied = await Promise.all(others.map((other) => migrate(other.db, folder)));
  expect(new Set(applied.flat()).size).toBe(applied.flat().length);
  await Promise.all(others.map((other) => other.close()));
});

it.each([
  ['a wrong password', { password: 'wrong' }, 'database-refuses-login'],
  ['a server that is not there', { port: '1' }, 'database-unreachable'],
  ['a database that is not there', { pathname: '/nowhere' }, 'database-missing'],
])('%s is said by name', async (_, change, code) => {
  const url = Object.assign(new URL(database.url), change);
  const other = openPool(url.href, () => undefined);
  await expect(migrate(other.db, folder)).rejects.toMatchObject({
    code,
    message: expect.stringContaining('DATABASE_URL'),
  });
  await other.close();
});
