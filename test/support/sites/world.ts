import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compiledOnce, repository, worldProgram } from '../repository.ts';

/** A whole sandbox world in a process of its own: exactly what `npm start` runs, on its own ports and database. */
export interface World {
  readonly signet: string;
  readonly revenue: string;
  readonly benefits: string;
  readonly sandbox: string;
  readonly dataDir: string;
  readonly ports: Ports;
  readonly pid: number;
  /** Everything the world wrote to its logs so far. */
  log(): string;
  /** Stops it hard, as a power cut would; `start` again with the same options finds what was kept. */
  kill(): Promise<void>;
  /** Ctrl-C in its terminal, which reaches all that runs there. Its exit code, and how long it took. */
  interrupt(): Promise<{ code: number | null; ms: number }>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  /** PostgreSQL for all of it; without, an embedded one in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Kept when given; otherwise a temporary folder that goes with the world. */
  readonly dataDir?: string;
  readonly ports?: Ports;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * For worlds in which photos are sent on the way to something else: nobody looks at them while their sender waits, which
 * takes a process of its own. What is told at once, and what later, the journeys and `photos-at-once.test.ts` show.
 */
export const photosSeenLater = { SIGNET_PHOTOS_AT_ONCE: 'off' } as const;

export interface Ports {
  readonly signet: number;
  readonly revenue: number;
  readonly benefits: number;
  readonly sandbox: number;
}

/** Starts the built program (`scripts/build.ts`) and waits until it is ready. Fails with its output. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  if (!existsSync(worldProgram)) throw new Error('build first: node scripts/build.ts');
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'signet-world-')));
  const ports = options.ports ?? (await freePorts());
  const child = spawn(process.execPath, ['--enable-source-maps', worldProgram], {
    cwd: repository,
    env: { ...process.env, ...compiledOnce, ...environmentOf(options, dataDir, ports) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // with a channel, so that it ends with the test run
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += String(chunk);
    });
  const origin = (port: number) => `http://localhost:${port}`;
  await untilReady(`${origin(ports.signet)}/readyz`, child, () => output);
  return {
    signet: origin(ports.signet),
    revenue: origin(ports.revenue),
    benefits: origin(ports.benefits),
    sandbox: origin(ports.sandbox),
    dataDir,
    ports,
    pid: child.pid ?? 0,
    log: () => output + readFileSync(path.join(dataDir, 'signet.log'), 'utf8'),
    kill: () => end(child, -(child.pid ?? 0), 'SIGKILL'),
    interrupt: () => interrupt(child),
    async stop() {
      await end(child, child.pid ?? 0, 'SIGTERM');
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function environmentOf(options: WorldOptions, dataDir: string, ports: Ports): Record<string, string> {
  return {
    SIGNET_DATA_DIR: dataDir,
    SIGNET_ORIGIN: `http://localhost:${ports.signet}`,
    SIGNET_PORT: String(ports.signet),
    SIGNET_REVENUE_PORT: String(ports.revenue),
    SIGNET_BENEFITS_PORT: String(ports.benefits),
    SIGNET_SANDBOX_PORT: String(ports.sandbox),
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.environment,
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the world stopped while starting:\n${output()}`);
    if (await isReady(url)) return;
    await pause(100);
  }
  throw new Error(`the world was not ready within 60 s:\n${output()}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // not listening yet: asked again until the deadline
  }
}

/** `whom`: a process, or with a minus sign its whole group. */
async function end(child: ChildProcess, whom: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(whom, signal);
  await gone;
}

async function interrupt(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const started = performance.now();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await gone;
  return { code: child.exitCode, ms: performance.now() - started };
}

export async function freePorts(): Promise<Ports> {
  const [signet, revenue, benefits, sandbox] = await Promise.all([0, 1, 2, 3].map(freePort));
  return { signet: signet ?? 0, revenue: revenue ?? 0, benefits: benefits ?? 0, sandbox: sandbox ?? 0 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
