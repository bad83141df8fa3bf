import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bringForward, inspectStart } from '../../packages/signet/src/composition/schema.ts';
import { openLog } from '../../packages/signet/src/platform/log/index.ts';
import { openPool } from '../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { migrationsFolder } from '../support/repository.ts';

/** What a start in production finds out about the three logins, before it changes anything. */
let database: TestDatabase;
let other: TestDatabase;
let unmigrated: TestDatabase;
const undo: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  other = await createTestDatabase();
  unmigrated = await createTestDatabase({ empty: true });
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
afterAll(() => Promise.all([database.drop(), other.drop(), unmigrated.drop()]));

interface Urls {
  readonly application?: string;
  readonly audit?: string;
  readonly owner?: string;
}

async function starting<T>(
  act: (needs: Parameters<typeof bringForward>[0], migrations: string) => Promise<T>,
  urls: Urls = {},
): Promise<T> {
  const {
    application = database.applicationUrl,
    audit = database.auditUrl,
    owner = database.ownerUrl,
  } = urls;
  const log = openLog('silent');
  const url = (value: string) => ({ reveal: () => value });
  const settings = {
    SIGNET_PROFILE: 'production',
    SIGNET_ROLE: 'both',
    DATABASE_URL: url(application),
    SIGNET_DATABASE_AUDIT_URL: audit === '' ? undefined : url(audit),
    SIGNET_DATABASE_OWNER_URL: owner === '' ? undefined : url(owner),
  } as unknown as Parameters<typeof bringForward>[0]['settings'];
  const [pool, auditPool] = [application, audit || application].map((at) => openPool(at, () => undefined));
  if (!pool || !auditPool) throw new Error('no pool');
  try {
    return await act({ settings, log, pool, auditPool }, migrationsFolder);
  } finally {
    await Promise.all([pool.close(), auditPool.close()]);
  }
}

async function onServer(statement: string, url = database.ownerUrl): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
const tablesIn = async ({ ownerUrl }: TestDatabase) =>
  (await onServer(`SELECT FROM pg_tables WHERE schemaname = 'public'`, ownerUrl)).rowCount;
const nameOf = ({ url }: TestDatabase) => new URL(url).pathname.slice(1);

describe('a setting that names another database', () => {
  it.each([
    ['SIGNET_DATABASE_OWNER_URL', (): Urls => ({ owner: other.ownerUrl })],
    ['SIGNET_DATABASE_OWNER_URL', (): Urls => ({ owner: unmigrated.ownerUrl })],
    ['SIGNET_DATABASE_AUDIT_URL', (): Urls => ({ audit: other.auditUrl })],
    ['SIGNET_DATABASE_AUDIT_URL', (): Urls => ({ audit: other.auditUrl, owner: '' })],
  ])('%s: check, start and migrate say which, and change neither', async (setting, urls) => {
    const before = await Promise.all([database, other, unmigrated].map(tablesIn));
    for (const act of [inspectStart, bringForward])
      await expect(starting(act, urls())).rejects.toMatchObject({
        code: 'database-differs',
        message: expect.stringContaining(`Setting ${setting}: this is another database`),
      });
    expect(await Promise.all([database, other, unmigrated].map(tablesIn))).toEqual(before);
  });
});

/** A login of its own on this server, gone after the test. */
async function login(name: string, make: string): Promise<string> {
  await onServer(`CREATE ROLE ${name} LOGIN PASSWORD 'hunter2'`);
  undo.push(() => onServer(`DROP OWNED BY ${name}`).then(() => onServer(`DROP ROLE ${name}`)));
  if (make) await onServer(make);
  return Object.assign(new URL(database.applicationUrl), { username: name, password: 'hunter2' }).href;
}

describe('a login that cannot do its work is named with what it lacks', () => {
  it.each([
    ['of neither group', '', 'DATABASE_URL', /may not use the tables; name a member of signet_application/],
    [
      'of the other group',
      'GRANT signet_audit TO start_login',
      'DATABASE_URL',
      /member of signet_application/,
    ],
    [
      'that no more may connect',
      'ALTER ROLE start_login CONNECTION LIMIT 0',
      'DATABASE_URL',
      /takes no more connections/,
    ],
    ['that may not log in', 'ALTER ROLE start_login NOLOGIN', 'DATABASE_URL', /does not let this user in/],
    [
      'that may only read',
      'GRANT signet_application TO start_login; ALTER ROLE start_login SET default_transaction_read_only = on',
      'DATABASE_URL',
      /set to be read only/,
    ],
  ])('one %s', async (_what, make, setting, words) => {
    const application = await login('start_login', make);
    const said = await starting(inspectStart, { application }).then(String, (error: Error) => error.message);
    expect(said).toMatch(words);
    expect(said).toContain(`Setting ${setting}: `);
    expect(said).not.toContain('hunter2');
  });

  it('one whose statements may take no time, while somebody is in the way', async () => {
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE schema_migrations IN ACCESS EXCLUSIVE MODE');
    const application = `${database.applicationUrl}?statement_timeout=300`;
    await expect(starting(inspectStart, { application })).rejects.toMatchObject({
      code: 'database-too-slow',
      message: expect.stringContaining('statement_timeout'),
    });
    await holder.end();
  });

  it('one that may make temporary tables, behind which the audit log would be hidden', async () => {
    for (const [group, setting] of [
      ['signet_application', 'DATABASE_URL'],
      ['signet_audit', 'SIGNET_DATABASE_AUDIT_URL'],
    ]) {
      await onServer(`GRANT TEMPORARY ON DATABASE ${nameOf(database)} TO ${group}`);
      await expect(starting(inspectStart)).rejects.toMatchObject({
        code: 'database-login-hides-tables',
        message: expect.stringMatching(`Setting ${setting}: .*REVOKE TEMPORARY`),
      });
      await onServer(`REVOKE TEMPORARY ON DATABASE ${nameOf(database)} FROM ${group}`);
    }
    expect(await starting(inspectStart)).toEqual([]);
  });

  it('a server without TLS where the address asks for it', async () => {
    await expect(
      starting(inspectStart, { application: `${database.applicationUrl}?sslmode=verify-full` }),
    ).rejects.toMatchObject({ code: 'database-tls-refused' });
  });

  it('a database that takes no connections', async () => {
    await onServer(`ALTER DATABASE ${nameOf(database)} ALLOW_CONNECTIONS false`, other.ownerUrl);
    await expect(starting(inspectStart)).rejects.toMatchObject({ code: 'database-closed' });
    await onServer(`ALTER DATABASE ${nameOf(database)} ALLOW_CONNECTIONS true`, other.ownerUrl);
  });
});

describe('attack, the application holds for ever the locks that any login may hold', () => {
  const queueLock = `('x' || encode(sha224((current_database() || '.pgboss.pgboss')::bytea), 'hex'))::bit(64)::bigint`;
  async function holding(statement: string): Promise<number> {
    const holder = new pg.Client({ connectionString: database.applicationUrl });
    await holder.connect();
    undo.push(() => holder.end());
    await holder.query(statement);
    return (await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;
  }

  let migrated: TestDatabase;
  beforeEach(async () => {
    migrated = database;
    database = await createTestDatabase({ empty: true });
  });
  afterEach(async () => {
    for (const release of undo.splice(0)) await release();
    await database.drop();
    database = migrated;
  });

  it('those by number: they are in no migration’s way', async () => {
    await holding('SELECT pg_advisory_lock(n) FROM generate_series(5160730, 5160740) AS n');
    expect((await starting(bringForward)).length).toBeGreaterThan(5);
  });

  it('that of the queue’s schema: the start ends, and says who holds it', async () => {
    const pid = await holding(`SELECT pg_advisory_lock(${queueLock})`);
    await expect(starting(bringForward)).rejects.toMatchObject({
      code: 'database-locked',
      message: expect.stringContaining(`process ${pid} of user signet_application_login`),
    });
    for (const release of undo.splice(0)) await release();
    expect(await starting(bringForward)).toEqual([]); // the tables were made before; now the queue's are, too
  }, 60_000);
});
