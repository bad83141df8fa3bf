import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDatabase, startEmbeddedPostgres } from '../sandbox/postgres/index.ts';
import { buildBeside, buildSandbox } from '../scripts/build.ts';
import { repository } from '../test/support/repository.ts';
import { freePort } from '../test/support/sites/free-port.ts';
import { type Child, startChild } from './child.ts';
import { fillAccounts } from './fill-accounts.ts';
import type { Kind, Load, Measured } from './load.ts';
import { postgresCpu } from './postgres-cpu.ts';
import type { Memory, TracedRequest, Usage } from './usage.ts';

export interface Bench {
  measure(kind: Kind, seconds: number): Promise<Round>;
  /** What so many sign-ins, one after another, use and ask of the database, by HTTP request. */
  trace(kind: Kind, times: number): Promise<readonly TracedRequest[]>;
  /** What Signet's process holds. */
  memory(): Promise<Memory>;
  /** Fills Signet's tables until there are so many accounts. */
  fill(accounts: number): Promise<void>;
  close(): Promise<void>;
}

/** What one round of one kind of sign-in came to. */
export interface Round {
  readonly perSecond: number;
  /** Of the server process alone: what the machine's other work does not blur. */
  readonly cpuMs: number;
  readonly statements: number;
  readonly roundTrips: number;
  readonly allocatedMb: number;
  /** Of PostgreSQL with all its processes. */
  readonly postgresCpuMs: number;
  readonly p50: number;
  readonly p95: number;
}

interface Client {
  readonly id: string;
  readonly redirectUri: string;
  readonly key: object;
}

type Closing = () => Promise<unknown>;

/**
 * Both servers on one PostgreSQL that keeps its promises (fsync on), each in a process of its own, and the browsers
 * in a third. Accounts are opened through Signet's own pages. `profileDir`: leave a CPU profile of each server there.
 */
export async function openBench(profileDir?: string): Promise<Bench> {
  const closing: Closing[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return { ...(await open(closing, profileDir)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(closing: Closing[], profileDir: string | undefined): Promise<Omit<Bench, 'close'>> {
  await Promise.all([buildSandbox(), buildBeside('bench/signet-server.ts', 'dist/bench-signet.js')]);
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-bench-'));
  closing.push(() => rm(dir, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dir: path.join(dir, 'postgres') });
  closing.push(postgres.stop);
  const child = (program: string, nodeOptions: readonly string[] = []): Child => {
    const started = startChild(program, nodeOptions);
    closing.push(started.stop);
    return started;
  };
  const flags = await imageFlags();
  const profile = profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [];
  const load = child(path.join(import.meta.dirname, 'load.ts'));
  const client = await load.ask<Client>('agency', path.join(dir, 'agencies.json'));

  const barePort = await freePort();
  const bare = child(path.join(import.meta.dirname, 'bare-provider.ts'), [...flags, ...profile]);
  const bareDatabase = await ensureDatabase(postgres.url, 'bare');
  await bare.ask('start', { port: barePort, databaseUrl: bareDatabase, client });

  const databaseUrl = await ensureDatabase(postgres.url, 'signet');
  const [signetPort, mailPort] = [await freePort(), await freePort()];
  const issuer = `http://localhost:${signetPort}`;
  const settings = signetSettings(dir, databaseUrl, signetPort, mailPort);
  const opening = child(signetProgram); // with a worker, which delivers the mail that opening an account needs
  await opening.ask('start', { ...settings, SIGNET_ROLE: 'both' });
  const persons: string[] = [];
  for (const email of await load.ask<string[]>('openAccounts', { issuer, mailPort, databaseUrl })) {
    persons.push(await opening.ask<string>('prove', email));
  }
  await opening.stop();
  const signet = child(signetProgram, [...flags, ...profile]);
  await signet.ask('start', settings);
  await load.ask('consent', { issuer, persons });

  const serverOf = (kind: Kind): readonly [Child, number] =>
    kind.startsWith('bare') ? [bare, barePort] : [signet, signetPort];
  const postgresMs = await postgresCpu(databaseUrl);
  return {
    memory: () => signet.ask<Memory>('memory'),
    fill: (accounts) => fillAccounts(databaseUrl, accounts),
    async trace(kind, times) {
      const [server, port] = serverOf(kind);
      const one = { kind, issuer: `http://localhost:${port}` };
      await load.ask('times', { ...one, times }); // until connected and compiled
      await server.ask('traceRequests');
      await load.ask('times', { ...one, times });
      return server.ask<TracedRequest[]>('tracedRequests');
    },
    async measure(kind, seconds) {
      const [server, port] = serverOf(kind);
      const asked: Load = { kind, issuer: `http://localhost:${port}`, seconds };
      const [before, postgresBefore] = [await server.ask<Usage>('usage'), await postgresMs()];
      const measured = await load.ask<Measured>('measure', asked);
      const [after, postgresAfter] = [await server.ask<Usage>('usage'), await postgresMs()];
      const each = (key: keyof Usage) => (after[key] - before[key]) / measured.signIns;
      return {
        perSecond: measured.signIns / measured.seconds,
        cpuMs: each('cpuMs'),
        statements: each('statements'),
        roundTrips: each('roundTrips'),
        allocatedMb: each('allocatedMb'),
        postgresCpuMs: (postgresAfter - postgresBefore) / measured.signIns,
        p50: measured.p50,
        p95: measured.p95,
      };
    },
  };
}

/** What Node is told where the image is started: of the bare provider too, which would gain by it as well. */
async function imageFlags(): Promise<readonly string[]> {
  const image = await readFile(path.join(repository, 'Containerfile'), 'utf8');
  const command = JSON.parse(/^CMD (.+)$/m.exec(image)?.[1] ?? '[]') as readonly string[];
  return command.filter((word) => word.startsWith('--'));
}

const signetProgram = path.join(repository, 'dist', 'bench-signet.js');

function signetSettings(
  dir: string,
  databaseUrl: string,
  port: number,
  mailPort: number,
): Record<string, string> {
  const key = randomBytes(12).toString('hex');
  const nobody = 'http://127.0.0.1:9'; // no authority is asked anything while people sign in
  return {
    SIGNET_PROFILE: 'sandbox',
    SIGNET_ROLE: 'web',
    SIGNET_ORIGIN: `http://localhost:${port}`,
    SIGNET_PORT: String(port),
    SIGNET_KMS_KEY_FILE: path.join(dir, 'kms.json'),
    SIGNET_AGENCIES_FILE: path.join(dir, 'agencies.json'),
    DATABASE_URL: databaseUrl,
    SIGNET_OUTBOX_URL: `http://127.0.0.1:${mailPort}`,
    SIGNET_OUTBOX_KEY: key,
    ...Object.fromEntries(
      ['MOTOR_VEHICLES', 'SOCIAL_SECURITY', 'PHONE_CARRIER'].flatMap((name) => [
        [`SIGNET_${name}_URL`, nobody],
        [`SIGNET_${name}_KEY`, key],
      ]),
    ),
  };
}
