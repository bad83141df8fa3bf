import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { freePort } from '../support/sites/free-port.ts';
import { productionSettings, runServer } from '../support/sites/operated-server.ts';
import { sampleHelp } from '../support/sites/sample-help.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Signet as an operator runs it, without the sandbox world around it. */
let dir: string;
let database: TestDatabase;
const inDir = (name: string) => path.join(dir, name);
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-operator-'));
  await writeFile(inDir('agencies.json'), '[]');
  execFileSync('mkfifo', ['-m', '600', inDir('pipe')]);
  await run(['key', 'make', inDir('kms.json')], {});
});
afterAll(() => rm(dir, { recursive: true }));
beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  return () => database.drop();
});

const run = runServer;

const production = (over: Record<string, string> = {}): Record<string, string> => ({
  ...productionSettings(database, { key: inDir('kms.json'), agencies: inDir('agencies.json') }),
  ...over,
});

async function tables(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'");
  await client.end();
  return rows[0].n;
}

const withPassword = (password: string, login = database.applicationUrl): string => {
  const url = new URL(login);
  url.password = password;
  return url.href;
};

const agencyOnThisMachine = {
  id: 'local',
  name: { en: 'Local', es: 'Local' },
  purpose: { en: '', es: '' },
  home: 'https://agency.example',
  help: sampleHelp,
  redirectUris: ['http://localhost:3000/back'],
  postLogoutRedirectUris: [],
  keys: [{ kty: 'EC' }],
  entitled: [],
  optional: [],
};

/** What is wrong, the setting that must be named, and the cause in the words of the system or of ours. */
const mistakes: readonly [string, () => Promise<Record<string, string>>, setting: string, cause: RegExp][] = [
  [
    'an agencies file that is not there',
    async () => ({ SIGNET_AGENCIES_FILE: inDir('none.json') }),
    'SIGNET_AGENCIES_FILE',
    /ENOENT/,
  ],
  [
    'an agencies file that is no JSON',
    async () => {
      await writeFile(inDir('broken.json'), '[{');
      return { SIGNET_AGENCIES_FILE: inDir('broken.json') };
    },
    'SIGNET_AGENCIES_FILE',
    /not JSON/,
  ],
  [
    'a key file that was not mounted',
    async () => ({ SIGNET_KMS_KEY_FILE: inDir('not-mounted.json') }),
    'SIGNET_KMS_KEY_FILE',
    /not there.*key make/,
  ],
  [
    'a key file that others can read',
    async () => {
      await writeFile(inDir('open.json'), await readFile(inDir('kms.json')));
      await chmod(inDir('open.json'), 0o644);
      return { SIGNET_KMS_KEY_FILE: inDir('open.json') };
    },
    'SIGNET_KMS_KEY_FILE',
    /chmod 600/,
  ],
  [
    'a setting that is missing',
    async () => ({ SIGNET_SOCIAL_SECURITY_KEY: '' }),
    'SIGNET_SOCIAL_SECURITY_KEY',
    /needed/,
  ],
  [
    'leaked passwords that are not there',
    async () => ({ SIGNET_LEAKED_PASSWORDS_FILE: inDir('none.txt') }),
    'SIGNET_LEAKED_PASSWORDS_FILE',
    /./,
  ],
  [
    'places that are not there',
    async () => ({ SIGNET_PLACES_FILE: inDir('none.mmdb') }),
    'SIGNET_PLACES_FILE',
    /./,
  ],
  ...[
    'SIGNET_AGENCIES_FILE',
    'SIGNET_PLACES_FILE',
    'SIGNET_LEAKED_PASSWORDS_FILE',
    'SIGNET_KMS_KEY_FILE',
  ].map((setting): (typeof mistakes)[number] => [
    `a pipe in place of ${setting}`,
    async () => ({ [setting]: inDir('pipe') }),
    setting,
    /(?:not a|no) file/,
  ]),
  [
    'an agency on this machine',
    async () => {
      await writeFile(inDir('local.json'), JSON.stringify([agencyOnThisMachine]));
      return { SIGNET_AGENCIES_FILE: inDir('local.json') };
    },
    'SIGNET_AGENCIES_FILE',
    /agency "local", redirectUris: http:\/\/localhost:3000\/back must be https/,
  ],
  [
    'a wrong password of the database',
    async () => ({ DATABASE_URL: withPassword('hunter2') }),
    'DATABASE_URL',
    /refuses this user or password.*authentication failed/,
  ],
  [
    'no database of that name',
    async () => ({ DATABASE_URL: `${database.applicationUrl}_nowhere` }),
    'DATABASE_URL',
    /no database of this name/,
  ],
  [
    'no server at that address',
    async () => ({ DATABASE_URL: `postgres://signet:hunter2@127.0.0.1:${await freePort()}/signet` }),
    'DATABASE_URL',
    /no server answers there.*ECONNREFUSED/,
  ],
  [
    'a wrong password of the owner',
    async () => ({ SIGNET_DATABASE_OWNER_URL: withPassword('hunter2', database.ownerUrl) }),
    'SIGNET_DATABASE_OWNER_URL',
    /refuses this user or password/,
  ],
  [
    'no owner to bring the schema forward',
    async () => ({ SIGNET_DATABASE_OWNER_URL: '' }),
    'SIGNET_DATABASE_OWNER_URL',
    /lacks \d+ migrations/,
  ],
  [
    'an owner that may make no tables',
    async () => ({ SIGNET_DATABASE_OWNER_URL: database.applicationUrl }),
    'SIGNET_DATABASE_OWNER_URL',
    /may not change the schema/,
  ],
  [
    'an application that would own the tables (S11)',
    async () => ({ DATABASE_URL: database.ownerUrl }),
    'DATABASE_URL',
    /may change the tables/,
  ],
  [
    'a sequencer that would own the tables (S11)',
    async () => ({ SIGNET_DATABASE_AUDIT_URL: database.ownerUrl }),
    'SIGNET_DATABASE_AUDIT_URL',
    /may change the tables/,
  ],
];

it.each(mistakes)(
  'finding O3, O4, O5: %s: check and start name the setting and the cause, and change nothing',
  async (...[, mistake, setting, cause]) => {
    const environment = production(await mistake());
    const both = await Promise.all([run(['check'], environment), run([], environment)]);
    for (const { code, said } of both) {
      expect(code).toBe(1);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said).toContain(setting);
      expect(said).toMatch(cause);
      expect(said).not.toContain('hunter2');
    }
    expect(await tables()).toBe(0);
  },
);

it('check changes nothing and says what a start would apply; migrate applies it, once', async () => {
  const first = await run(['check'], production());
  expect(first).toMatchObject({ code: 0, said: '' });
  expect(first.out).toMatch(
    /^Settings, 0 agencies, key and database are in order\. A start will apply \d+ migrations: 0000_/,
  );
  expect(await tables()).toBe(0);
  expect((await run(['migrate'], production())).out).toMatch(/^Applied 0000_/);
  expect(await tables()).toBeGreaterThan(10);
  expect((await run(['migrate'], production())).out).toBe('The schema was up to date.\n');
  expect((await run(['check'], production())).out).toContain('The schema is up to date.');
});

it.each([
  ['SIGNET_DATABASE_AUDIT_URL', () => database.applicationUrl],
  ['DATABASE_URL', () => ''],
])(
  '%s may not put the audit log in order: check and the start of a worker say so',
  async (setting, audit) => {
    await run(['migrate'], production());
    const environment = production({ SIGNET_DATABASE_AUDIT_URL: audit(), SIGNET_ROLE: 'worker' });
    const said = `Setting ${setting}: this user may not put the audit log in order`;
    for (const args of [['check'], []])
      expect(await run(args, environment)).toMatchObject({ code: 1, said: expect.stringContaining(said) });
    expect(await run(['check'], { ...environment, SIGNET_ROLE: 'web' })).toMatchObject({ code: 0, said: '' });
  },
);

it('a command that needs the tables says that they are not there yet', async () => {
  const { code, said } = await run(['review', 'list'], production());
  expect(code).toBe(1);
  expect(said).toMatch(/DATABASE_URL.*lacks \d+ migrations.*node main\.js migrate/);
});

it('a schema of another build is refused and named, at check as at start', async () => {
  await run(['migrate'], production());
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("UPDATE schema_migrations SET checksum = 'another' WHERE name LIKE '0001%'");
  await client.end();
  for (const args of [['check'], []]) expect((await run(args, production())).said).toMatch(/another build/);
});

it('a port that is taken is named with its setting', async () => {
  const held = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => held.once('listening', resolve));
  const address = held.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, said } = await run([], production({ SIGNET_PORT: String(port) }));
  held.close();
  expect(code).toBe(1);
  expect(said).toMatch(/SIGNET_PORT.*EADDRINUSE|EADDRINUSE.*SIGNET_PORT/);
});

it('an address that this machine does not have is named with its setting', async () => {
  const { said } = await run(
    [],
    production({ SIGNET_HOST: '192.0.2.1', SIGNET_PORT: String(await freePort()) }),
  );
  expect(said).toContain('SIGNET_HOST');
});

it('key make writes a key for its owner alone, and never over another', async () => {
  const file = inDir(`${randomBytes(4).toString('hex')}.json`);
  expect((await run(['key', 'make', file], {})).code).toBe(0);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const made = await readFile(file, 'utf8');
  const again = await run(['key', 'make', file], {});
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('stays as it is') });
  expect(await readFile(file, 'utf8')).toBe(made);
});
