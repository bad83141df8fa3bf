import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSequencer } from '../../../packages/signet/src/modules/audit/index.ts';
import {
  mayChangeTables,
  openPool,
  type Pool,
} from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/database.ts';

let database: TestDatabase;
let application: Pool;
let audit: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  application = openPool(database.url, () => undefined);
  audit = openPool(database.auditUrl, () => undefined);
  await application.pg.query(`INSERT INTO audit_entries (entry) VALUES ('{"action":"test"}')`);
});
afterAll(async () => {
  await Promise.all([application.close(), audit.close()]);
  await database.drop();
});

const refused = { code: '42501' }; // insufficient_privilege

const logTables = ['audit_entries', 'audit_sequence', 'audit_checkpoints', 'audit_head'] as const;

describe('finding S11: attack, somebody has the login of the application or of the sequencer', () => {
  it.each(logTables)(
    'neither can drop what protects %s, nor change or remove what it holds',
    async (table) => {
      const [column] = { audit_entries: ['entry'], audit_sequence: ['hash'], audit_checkpoints: ['note'] }[
        table as 'audit_entries'
      ] ?? ['one_row'];
      const statements = [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `DROP TABLE ${table}`,
        `DROP TRIGGER ${table === 'audit_head' ? 'audit_head_stays' : `${table}_append_only`} ON ${table}`,
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        `ALTER TABLE ${table} OWNER TO CURRENT_USER`,
        `CREATE RULE swallow AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
        `CREATE TRIGGER mine BEFORE INSERT ON ${table} EXECUTE FUNCTION audit_refuse_change()`,
        ...(table === 'audit_head' ? [] : [`UPDATE ${table} SET ${column} = ${column}`]),
      ];
      for (const statement of statements) {
        await expect(application.pg.query(statement), statement).rejects.toMatchObject(refused);
        await expect(audit.pg.query(statement), statement).rejects.toMatchObject(refused);
      }
    },
  );

  it('the application chooses neither the number nor the writer of an entry, and orders none', async () => {
    for (const statement of [
      `INSERT INTO audit_entries (id, entry) OVERRIDING SYSTEM VALUE VALUES (1000, '{}')`,
      `INSERT INTO audit_entries (written_by, entry) VALUES ('1', '{}')`,
      `INSERT INTO audit_entries (written_at, entry) VALUES ('2000-01-01', '{}')`,
      `INSERT INTO audit_sequence VALUES (0, 1, '')`,
      `INSERT INTO audit_checkpoints VALUES (1, '', '{}', now())`,
      'UPDATE audit_head SET size = 5',
    ])
      await expect(application.pg.query(statement), statement).rejects.toMatchObject(refused);
  });

  it('the sequencer writes no entry, and reads nothing of people', async () => {
    for (const statement of [
      `INSERT INTO audit_entries (entry) VALUES ('{}')`,
      'SELECT FROM people',
      'SELECT FROM sessions',
      'SELECT FROM pgboss.job',
    ])
      await expect(audit.pg.query(statement), statement).rejects.toMatchObject(refused);
    expect(await createSequencer({ db: audit.db }).sequence()).toBe(1);
  });

  it('neither may change any table, make one, or become somebody who may', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class
       WHERE relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) AND relkind IN ('r', 'p')`,
    );
    const { rows: users } = await owner.query<{ user: string }>('SELECT current_user AS user');
    await owner.end();
    expect(rows.length).toBeGreaterThan(40);
    for (const pool of [application, audit]) {
      expect(await mayChangeTables(pool.db)).toBe(false);
      for (const { name } of rows)
        await expect(pool.pg.query(`ALTER TABLE ${name} ADD COLUMN mine text`), name).rejects.toMatchObject(
          refused,
        );
      for (const statement of [
        'CREATE TABLE mine (one int)',
        'CREATE SCHEMA mine',
        `SET ROLE ${users[0]?.user}`,
        `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
        "UPDATE schema_migrations SET checksum = ''",
      ])
        await expect(pool.pg.query(statement), statement).rejects.toMatchObject(refused);
    }
  });

  it.each([
    'CREATE TEMPORARY TABLE audit_entries (entry text)',
    `CREATE TEMPORARY VIEW audit_entries AS SELECT ''::text AS entry`,
    'SELECT * INTO TEMPORARY audit_entries FROM audit_entries',
    'CREATE TABLE pg_temp.audit_head AS SELECT * FROM audit_head',
  ])('neither hides a table behind a temporary one of its name: %s', async (statement) => {
    for (const pool of [application, audit])
      await expect(pool.pg.query(statement)).rejects.toMatchObject(refused);
    await application.pg.query(`INSERT INTO audit_entries (entry) VALUES ('{"action":"kept"}')`);
    expect(await createSequencer({ db: audit.db }).sequence()).toBe(1);
  });

  it('a login that owns the database, and no table in it, is told from them: it may drop what lies there', async () => {
    const owner = openPool(database.ownerUrl, () => undefined);
    const own = await createTestDatabase({ empty: true });
    try {
      await owner.pg.query(
        `ALTER DATABASE ${new URL(own.url).pathname.slice(1)} OWNER TO ${new URL(database.url).username}`,
      );
      const application = openPool(
        database.url.replace(/[^/]+$/, new URL(own.url).pathname.slice(1)),
        () => undefined,
      );
      expect(await mayChangeTables(application.db)).toBe(true);
      await application.close();
    } finally {
      await owner.close();
      await own.drop();
    }
  });

  it('the owner is told from them', async () => {
    const owner = openPool(database.ownerUrl, () => undefined, 1);
    expect(await mayChangeTables(owner.db)).toBe(true);
    await owner.close();
  });
});
