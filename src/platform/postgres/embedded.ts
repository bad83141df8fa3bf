import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { AppError } from '../../kernel/index.ts';
import { type Binaries, findBinaries, readableBinaries } from './embedded-binaries.ts';
import { canReach, type RunAs, unprivilegedUser } from './embedded-user.ts';

/**
 * A real PostgreSQL from npm, for the sandbox and the tests. Production names its own with DATABASE_URL.
 *
 * The server is a child process, so Ctrl-C stops it with us. After a `kill -9` it outlives us: the next start
 * adopts it (PostgreSQL keeps one server per data directory by itself).
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
}

const user = 'signet';

/** Starts the server, making the cluster at the first start. Throws AppError `database-unavailable` with the reason. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const runAs = await unprivilegedUser();
  const binaries = await readableBinaries(await findBinaries(), runAs);
  const dir = await reachableFolder(path.resolve(options.dir), runAs);
  const data = path.join(dir, 'cluster');
  const password = await clusterPassword(dir);
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initCluster(binaries, data, password, runAs);

  const running = await adoptRunning(data, password);
  if (running) return running;

  const port = await freePort();
  const url = urlOf(port, password);
  const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...serverFlags(options)], {
    ...runAs,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const output = tail(server.stderr);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await Promise.race([
    untilReady(url),
    exited.then(() => {
      throw new AppError('database-unavailable', {
        message: `PostgreSQL stopped while starting: ${output()}`,
      });
    }),
  ]);
  return {
    url,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT'); // "fast shutdown"
      await exited;
    },
  };
}

function serverFlags(options: EmbeddedOptions): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  if (options.throwAway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return settings.flatMap((setting) => ['-c', setting]);
}

const urlOf = (port: number, password: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;

/**
 * As root, the server's user may be barred from the folder asked for (a checkout under /root). The cluster then lies
 * under /var/tmp, and a file in the folder asked for says where: when that folder is removed, so is the way to the old
 * cluster, and the next start is a first start.
 */
async function reachableFolder(asked: string, runAs: RunAs): Promise<string> {
  await ownFolder(asked, runAs);
  if (await canReach(asked, runAs)) return asked;
  const pointer = path.join(asked, 'kept-in');
  if (!existsSync(pointer))
    await writeFile(pointer, `/var/tmp/signet-data-${randomBytes(8).toString('hex')}`);
  const elsewhere = (await readFile(pointer, 'utf8')).trim();
  await ownFolder(elsewhere, runAs);
  return elsewhere;
}

async function ownFolder(dir: string, runAs: RunAs): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(dir, runAs.uid, runAs.gid);
  await chmod(dir, 0o700);
}

async function clusterPassword(dir: string): Promise<string> {
  const file = path.join(dir, 'password');
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

async function initCluster(binaries: Binaries, data: string, password: string, runAs: RunAs): Promise<void> {
  await rm(data, { recursive: true, force: true }); // a first start that was interrupted
  const passwordFile = path.join(path.dirname(data), 'init-password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(passwordFile, runAs.uid, runAs.gid);
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await run(
      binaries.initdb,
      ['-D', data, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...flags],
      runAs,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The server that an earlier run left on this data directory, if it still answers. */
async function adoptRunning(data: string, password: string): Promise<EmbeddedPostgres | undefined> {
  const pidFile = path.join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const [pid, , , port] = (await readFile(pidFile, 'utf8')).split('\n');
  const url = urlOf(Number(port), password);
  if (!pid || !port || !(await answers(url))) return undefined; // a stale file: PostgreSQL removes it itself
  return {
    url,
    async stop() {
      process.kill(Number(pid), 'SIGINT');
      while (existsSync(pidFile)) await pause(50);
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (Date.now() > deadline) {
      throw new AppError('database-unavailable', { message: 'PostgreSQL did not get ready within 30 s' });
    }
    await pause(30);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // a server that stops between two probes; `connect` reports it
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false; // not yet: the caller asks again until its deadline
  } finally {
    await client.end();
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

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

function tail(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk) => {
    text = (text + String(chunk)).slice(-2000);
  });
  return () => text.trim();
}

function run(command: string, args: string[], runAs: RunAs): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    const output = tail(child.stderr);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new AppError('database-unavailable', { message: `initdb failed: ${output()}` }));
    });
  });
}
