import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from '../start-failure.ts';
import { type Binaries, findBinaries, readableBinaries } from './embedded-binaries.ts';
import { clusterUser, prepareCluster, tail } from './embedded-cluster.ts';
import { holdServer } from './embedded-hold.ts';
import { type RunAs, unprivilegedUser } from './embedded-user.ts';
import { keepServer } from './keep-server.ts';
import { withConnection } from './with-connection.ts';

/**
 * A real PostgreSQL from npm, for the sandbox and the tests. Production names its own with DATABASE_URL.
 *
 * The server is a child process that we start again when it ends by itself, and stop when we end. Ctrl-C reaches only
 * us, so that what we still write is written. After a `kill -9` it outlives us: the next start adopts it (PostgreSQL
 * keeps one server per data directory by itself).
 */
export interface EmbeddedPostgres {
  /** Connection URL of the database `postgres` on this server, with the password. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder that holds the cluster and its password; made when missing. */
  readonly dir: string;
  /** Trades durability for speed. Only for databases that are thrown away. */
  readonly throwAway?: boolean;
  /** Hears when the server ended by itself, or could not be started again; then it is tried again. */
  readonly onEnded?: (error?: unknown) => void;
}

/**
 * Starts the server, making the cluster at the first start. Throws StartFailure `database-unavailable` with the reason,
 * or `database-held` while another program has it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const runAs = await unprivilegedUser();
  const binaries = await readableBinaries(await findBinaries(), runAs);
  const cluster = {
    ...(await prepareCluster(options.dir, binaries, runAs)),
    binaries,
    runAs,
    throwAway: options.throwAway ?? false,
  };
  const running = (await adoptRunning(cluster)) ?? (await startOrAdopt(cluster));
  const kept = await keepServer({
    running,
    hold: () => holdServer(running.url, options.dir),
    startAnother: (onSpawned) => startServer(cluster, Number(new URL(running.url).port), onSpawned),
    onEnded: options.onEnded ?? (() => undefined),
  });
  process.once('exit', kept.tellToStop); // also where closing takes too long and we are cut off before it came to this
  return {
    url: running.url,
    async stop() {
      await kept.stop();
      process.off('exit', kept.tellToStop);
    },
  };
}

export interface RunningServer {
  readonly url: string;
  /** A "fast shutdown": what is open is rolled back. */
  tellToStop(): void;
  gone(): Promise<void>;
}

/** A data directory, and what a server on it is started with. */
interface Cluster {
  readonly data: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly throwAway: boolean;
}

/** Two starts at once: PostgreSQL lets one server up, which the other then finds. */
async function startOrAdopt(cluster: Cluster): Promise<RunningServer> {
  try {
    return await startServer(cluster, await freePort());
  } catch (error) {
    const other = await adoptRunning(cluster);
    if (other) return other;
    throw error;
  }
}

async function startServer(
  { data, password, binaries, runAs, throwAway }: Cluster,
  port: number,
  onSpawned: (server: RunningServer) => void = () => undefined,
): Promise<RunningServer> {
  const url = urlOf(port, password);
  const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...serverFlags(throwAway)], {
    ...runAs,
    cwd: '/',
    detached: !throwAway, // a process group of its own: a terminal's Ctrl-C goes to us alone
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const output = tail(server.stderr);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const running: RunningServer = {
    url,
    tellToStop() {
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT');
    },
    gone: () => exited,
  };
  onSpawned(running);
  await Promise.race([
    untilReady(url),
    exited.then(() => {
      throw new StartFailure('database-unavailable', `PostgreSQL stopped while starting: ${output()}`);
    }),
  ]);
  return running;
}

function serverFlags(throwAway: boolean): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  if (throwAway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return settings.flatMap((setting) => ['-c', setting]);
}

const urlOf = (port: number, password: string): string =>
  `postgres://${clusterUser}:${password}@127.0.0.1:${port}/postgres`;

/** A server that is stopping when we start is given this long to go. */
const mostPatience = 5000;

/** The server that an earlier run left on this data directory, if it still answers. */
async function adoptRunning({
  data,
  password,
}: Pick<Cluster, 'data' | 'password'>): Promise<RunningServer | undefined> {
  const pidFile = path.join(data, 'postmaster.pid');
  const deadline = Date.now() + mostPatience;
  do {
    const [pid, , , port] = await linesOf(pidFile);
    if (!pid || !isAlive(Number(pid))) return undefined; // a stale file: PostgreSQL removes it itself
    const url = urlOf(Number(port), password);
    if (port && (await answers(url))) return { url, ...adopted(Number(pid), pidFile) };
    await pause(100);
  } while (Date.now() < deadline);
  return undefined;
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const adopted = (pid: number, pidFile: string): Omit<RunningServer, 'url'> => ({
  tellToStop() {
    try {
      process.kill(pid, 'SIGINT');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // else it is gone
    }
  },
  async gone() {
    while (existsSync(pidFile) && isAlive(pid)) await pause(200);
  },
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's, so there is one
  }
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (Date.now() > deadline) {
      throw new StartFailure('database-unavailable', 'PostgreSQL did not get ready within 30 s');
    }
    await pause(30);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await withConnection({ connectionString: url, connectionTimeoutMillis: 2000 }, (client) =>
      client.query('SELECT 1'),
    );
    return true;
  } catch {
    return false; // not yet: the caller asks again until its deadline
  }
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
