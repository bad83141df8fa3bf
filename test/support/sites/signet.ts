import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JWK } from 'jose';
import { sql } from 'kysely';
import { readInputs } from '../../../packages/signet/src/composition/inputs.ts';
import { runWeb } from '../../../packages/signet/src/composition/run.ts';
import { type Signet, wireSignet } from '../../../packages/signet/src/composition/signet.ts';
import type { Agency } from '../../../packages/signet/src/modules/agencies/index.ts';
import { loadSettings } from '../../../packages/signet/src/platform/config/index.ts';
import type { Kms } from '../../../packages/signet/src/platform/kms/index.ts';
import { openLog } from '../../../packages/signet/src/platform/log/index.ts';
import type { Mailer } from '../../../packages/signet/src/platform/mail/index.ts';
import type { Letter } from '../../../packages/signet/src/platform/post/index.ts';
import {
  answeringWithin,
  openPool,
  type Pool,
} from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase } from '../database/database.ts';
import { testKms } from '../database/kms.ts';
import { assetsFolder, repository } from '../repository.ts';
import { freePort } from './free-port.ts';
import { sampleHelp } from './sample-help.ts';

type Mail = Parameters<Mailer['deliver']>[0];

/** An agency of a test: what Signet knows of it, and the key that only the agency holds. */
export interface TestAgency {
  readonly registration: Agency;
  readonly privateKey: JWK;
  readonly redirectUri: string;
  readonly postLogoutUri: string;
}

export interface TestSignet {
  readonly origin: string;
  /** Where it listens: the origin, unless a test gives it the name that a proxy in front would have. */
  readonly address: string;
  readonly signet: Signet;
  /** Signet's database as the owner of the tables, for what Signet itself may not do there. */
  readonly owner: Pool;
  /** Asks for an email address and demands no level. */
  readonly permits: TestAgency;
  /** Is entitled to everything and asks for it at IAL2 and AAL2. */
  readonly records: TestAgency;
  /** Every line of the log so far. */
  readonly log: readonly string[];
  readonly mails: readonly Mail[];
  /** Delivers what waits and gives every letter, oldest first. */
  letters(): Promise<readonly Letter[]>;
  /** Delivers what waits and gives the texts and calls to a number, oldest first; a call line by line as spoken. */
  rungAt(number: string): Promise<readonly { readonly to: string; readonly text: string }[]>;
  /** Delivers what waits and gives the mails to an address, oldest first. */
  mailTo(address: string): Promise<Mail[]>;
  /** As if so long had gone by since everybody's authentications. Seconds. */
  ageAuthentications(seconds: number): Promise<void>;
  /** As if nobody had used their session for so long. Seconds. */
  leaveSessions(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface SignetOptions {
  /** Changes to the agencies' registrations. */
  readonly agencies?: { readonly permits?: Partial<Agency>; readonly records?: Partial<Agency> };
  /** Settings that differ from the test's own, by their names. */
  readonly environment?: Readonly<Record<string, string>>;
  /** PostgreSQL of the test's own; its database must be migrated. */
  readonly databaseUrl?: string;
  /** Photos are looked at while their senders wait, as the program does it. */
  readonly photosAtOnce?: boolean;
  /** For a second Signet on the same database: the keys of the first. */
  readonly kms?: Kms;
}

/** All of Signet as production wires it, on a port, a database and keys of a test's own. Jobs run when mail is asked for. */
export async function startSignet(options: SignetOptions = {}): Promise<TestSignet> {
  const database = options.databaseUrl ? undefined : await createTestDatabase();
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-whole-'));
  const permits = agency('permits', { entitled: ['email'], ...options.agencies?.permits });
  const records = agency('records', { ...options.agencies?.records });
  const agenciesFile = path.join(dir, 'agencies.json');
  await writeFile(agenciesFile, JSON.stringify([permits.registration, records.registration]));

  const port = await freePort();
  const settings = loadSettings({
    SIGNET_PROFILE: 'sandbox',
    SIGNET_ORIGIN: `http://localhost:${port}`,
    SIGNET_PORT: String(port),
    SIGNET_AGENCIES_FILE: agenciesFile,
    ...nobodyAt('MOTOR_VEHICLES'),
    ...nobodyAt('SOCIAL_SECURITY'),
    ...nobodyAt('PHONE_CARRIER'),
    DATABASE_URL: databaseUrl,
    SIGNET_STOP_FINISH_SECONDS: '2',
    ...options.environment,
  });
  const log: string[] = [];
  const mails: Mail[] = [];
  const rung: { to: string; text: string }[] = [];
  const letters: Letter[] = [];
  const logger = openLog('info', { write: (line) => void log.push(line) });
  const open = (url: string) =>
    openPool(url, (error) => logger.warn({ error }, 'a database connection was lost'));
  const timeouts = answeringWithin(settings.SIGNET_DATABASE_TIMEOUT_SECONDS);
  const pool = openPool(
    databaseUrl,
    (error) => logger.warn({ error }, 'a database connection was lost'),
    undefined,
    timeouts,
  );
  const auditPool = open(database?.auditUrl ?? databaseUrl);
  const owner = open(database?.ownerUrl ?? databaseUrl);
  const startJudging = options.photosAtOnce ? judgeFromSource : undefined;
  const resources = {
    settings,
    log: logger,
    inputs: await readInputs(settings, logger),
    pool,
    auditPool,
    kms: options.kms ?? (await testKms()),
    mailer: { deliver: async (mail: Mail) => void mails.push(mail) },
    texts: { deliver: async (text: { to: string; text: string }) => void rung.push(text) },
    calls: {
      deliver: async ({ to, spoken }: { to: string; spoken: readonly string[] }) =>
        void rung.push({ to, text: spoken.join('\n') }),
    },
    post: {
      async deliver(letter: Letter) {
        letters.push(letter);
        return 'taken' as const;
      },
    },
  };
  const signet = await wireSignet(resources, startJudging);
  const web = await runWeb(signet, assetsFolder);

  async function deliver(): Promise<void> {
    const { rows } = await sql<{
      id: string;
    }>`SELECT id FROM outgoing_messages ORDER BY created_at`.execute(pool.db);
    for (const { id } of rows) await signet.notices.deliverMessage(id);
  }

  return {
    origin: settings.SIGNET_ORIGIN,
    address: `http://localhost:${port}`,
    signet,
    owner,
    permits,
    records,
    log,
    mails,
    async rungAt(number) {
      await deliver();
      return rung.filter(({ to }) => to === number);
    },
    async letters() {
      await deliver();
      return letters;
    },
    async mailTo(address) {
      await deliver();
      return mails.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
    },
    async ageAuthentications(seconds) {
      await sql`UPDATE sessions SET events = (
        SELECT coalesce(jsonb_agg(event || jsonb_build_object(
          'at', to_jsonb((event->>'at')::timestamptz - ${seconds} * interval '1 second'))), '[]')
        FROM jsonb_array_elements(events) AS event)`.execute(pool.db);
    },
    async leaveSessions(seconds) {
      await sql`UPDATE sessions SET last_seen_at = last_seen_at - ${seconds} * interval '1 second'`.execute(
        pool.db,
      );
    },
    async close() {
      await web.close();
      signet.photoJudge?.stop();
      await signet.jobs.stop();
      await signet.sequencing.stop();
      await Promise.all([pool.close(), auditPool.close(), owner.close()]);
      await database?.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** As the program starts it, from its source. */
const judgeFromSource = () =>
  fork(path.join(repository, 'packages/signet/src/judge-photos.ts'), [], {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
  });

/** No test of the whole asks an authority; their own tests do. */
const nobodyAt = (authority: string) => ({
  [`SIGNET_${authority}_URL`]: 'http://127.0.0.1:9',
  [`SIGNET_${authority}_KEY`]: 'no-such-authority',
});

/** An agency with an ES256 key of its own. Nothing listens at its addresses: browsers of tests stop before them. */
function agency(id: string, over: Partial<Agency>): TestAgency {
  const home = `https://${id}.example`;
  const kid = `${id}-1`;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const registration: Agency = {
    id,
    name: { en: `Office of ${id}`, es: `Oficina de ${id}` },
    nameInSentence: { en: `the Office of ${id}`, es: `la Oficina de ${id}` },
    purpose: { en: 'To find your file.', es: 'Para encontrar su expediente.' },
    home,
    help: sampleHelp,
    redirectUris: [`${home}/callback`],
    postLogoutRedirectUris: [`${home}/signed-out`],
    keys: [
      { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' } as Agency['keys'][number],
    ],
    entitled: ['name', 'birthdate', 'address', 'email', 'ssn'],
    optional: [],
    sector: id,
    ...over,
  };
  return {
    registration,
    privateKey: { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256' } as JWK,
    redirectUri: registration.redirectUris[0] ?? home,
    postLogoutUri: registration.postLogoutRedirectUris[0] ?? home,
  };
}
