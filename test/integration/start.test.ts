import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { repository, worldProgram } from '../support/repository.ts';
import { runProgram, signalAtOnce } from '../support/sites/operated-server.ts';
import { freePorts, startWorld } from '../support/sites/world.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-start-'));
  cleanups.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Runs the program until it gives up; what it said. */
async function failedStart(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  try {
    await promisify(execFile)(process.execPath, [worldProgram], {
      env: { ...process.env, ...environment },
      timeout: 30_000,
    });
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
  throw new Error('it started');
}

const beside = ['sandbox/world/command.ts', 'review', 'list'];
const staff = ['agencies/revenue/staff/command/main.ts', 'invite'];
/** As `npm run review -- list` and `npm run staff -- invite` do. */
const besideWorld = (dataDir: string, program: readonly string[]) =>
  runProgram(['--disable-warning=ExperimentalWarning', ...program], { SIGNET_DATA_DIR: dataDir });

describe('a start with nothing prepared', () => {
  it('makes its own database, and finds everything again after it was killed', async () => {
    const dataDir = await temporaryFolder();
    const ports = await freePorts();
    const first = await startWorld({ dataDir, ports });
    const outbox = `${first.sandbox}/outbox/messages`;
    await signUp(first.signet, 'someone@people.example');
    await expect.poll(async () => (await (await fetch(outbox)).json()).length, { timeout: 10_000 }).toBe(1);
    await first.kill();
    for (const program of [beside, staff]) {
      const { code, out, said } = await besideWorld(dataDir, program);
      expect([code, out]).toEqual([1, '']);
      expect(said).toMatch(/^[^\n]* runs in [^\n]*npm start[^\n]*\n$/);
    }

    const second = await startWorld({ dataDir, ports });
    cleanups.push(second.stop);
    expect(await (await fetch(outbox)).json()).toHaveLength(1);
    expect((await fetch(`${second.signet}/readyz`)).status).toBe(200);
    expect(await besideWorld(dataDir, beside)).toEqual({ code: 0, out: 'No case is waiting.\n', said: '' });
  }, 90_000);
});

it('npm start says what it is doing, writes its request lines into a file, and a signal to npm stops all of it', async () => {
  const ports = await freePorts();
  const settings = await environment(ports);
  const signet = `http://localhost:${ports.signet}`;
  const child = spawn('npm', ['start'], {
    cwd: repository,
    env: { ...process.env, ...settings, SIGNET_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await vi.waitFor(() => expect(said).toContain('Signet is ready'), { timeout: 60_000, interval: 200 });
  expect(said).toMatch(/building.*starting PostgreSQL.*starting Signet/s);
  await fetch(`${signet}/sign-in`);
  child.kill('SIGTERM');
  await gone;
  for (const port of Object.values(ports))
    await vi.waitFor(() => expect(fetch(`http://localhost:${port}/`)).rejects.toThrow(), { timeout: 6000 });
  expect(said).not.toContain('/sign-in');
  const log = await readFile(path.join(settings.SIGNET_DATA_DIR ?? '', 'signet.log'), 'utf8');
  expect(log).toContain('"path":"/sign-in"');
}, 90_000);

/** As a browser without script does: the page, then its form. */
async function signUp(signet: string, email: string): Promise<void> {
  const page = await fetch(`${signet}/sign-up`);
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  await fetch(`${signet}/sign-up`, {
    method: 'POST',
    headers: { cookie, origin: signet },
    body: new URLSearchParams({ csrf, email }),
    redirect: 'manual',
  });
}

/** What `npm start` runs. */
const npmStart = path.join(repository, 'scripts', 'start.mjs');

it('npm start is told of a port that is taken before it builds anything or starts a database', async () => {
  const ports = await freePorts();
  await holding(ports.benefits);
  const settings = await environment(ports);
  const { code, out, said } = await runProgram([npmStart], settings);
  expect([code, out]).toEqual([1, 'Signet is starting:\n']);
  expect(said).toContain(`Port ${ports.benefits} is taken`);
  expect(said).toMatch(/^Signet could not start\. [^\n]*SIGNET_BENEFITS_PORT=\d+ npm start\n$/);
  expect(await readdir(settings.SIGNET_DATA_DIR ?? '')).toEqual([]);
  const twice = { ...settings, SIGNET_BENEFITS_PORT: settings.SIGNET_REVENUE_PORT ?? '' };
  expect((await runProgram([npmStart], twice)).said).toMatch(
    /SIGNET_BENEFITS_PORT: SIGNET_REVENUE_PORT has port/,
  );
});

it('a signal to npm start in its first moment ends it in order, with nothing left', async () => {
  const settings = await environment(await freePorts());
  for (const signal of ['SIGTERM', 'SIGINT']) {
    const { code, said } = await runProgram([...signalAtOnce(signal), npmStart], settings);
    expect([code, said]).toEqual([0, '']);
  }
  expect(await readdir(settings.SIGNET_DATA_DIR ?? '')).toEqual([]);
});

describe('a start that cannot succeed says why, in one line that names the setting', () => {
  it.each([
    ['a port in use', 'SIGNET_PORT', 'signet'],
    ['an agency’s port in use', 'SIGNET_REVENUE_PORT', 'revenue'],
    ['the sandbox’s port in use', 'SIGNET_SANDBOX_PORT', 'sandbox'],
  ] as const)('%s', async (_what, setting, which) => {
    const ports = await freePorts();
    await holding(ports[which]);
    const { code, said } = await failedStart({ ...(await environment(ports)) });
    expect(code).toBe(1);
    expect(said).toContain(setting);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('a broken setting, without its value', async () => {
    const { code, said } = await failedStart({ SIGNET_PORT: 'eighty-eighty' });
    expect(code).toBe(1);
    expect(said).toContain('SIGNET_PORT');
    expect(said).not.toContain('eighty-eighty');
  });

  it('a data folder that cannot be written', async () => {
    const file = path.join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    await chmod(file, 0o400);
    const { code, said } = await failedStart({ SIGNET_DATA_DIR: path.join(file, 'data') });
    expect(code).toBe(1);
    expect(said).toContain('SIGNET_DATA_DIR');
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('a database that is not there, without its password', async () => {
    const ports = await freePorts();
    const { code, said } = await failedStart({
      ...(await environment(ports)),
      DATABASE_URL: `postgres://signet:hunter2@127.0.0.1:${ports.benefits}/signet`,
    });
    expect(code).toBe(1);
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toContain('hunter2');
  });
});

async function environment(ports: Awaited<ReturnType<typeof freePorts>>): Promise<Record<string, string>> {
  return {
    SIGNET_DATA_DIR: await temporaryFolder(),
    SIGNET_ORIGIN: `http://localhost:${ports.signet}`,
    SIGNET_PORT: String(ports.signet),
    SIGNET_REVENUE_PORT: String(ports.revenue),
    SIGNET_BENEFITS_PORT: String(ports.benefits),
    SIGNET_SANDBOX_PORT: String(ports.sandbox),
    SIGNET_LOG_LEVEL: 'silent',
  };
}

function holding(port: number): Promise<void> {
  return new Promise((resolve) => {
    const server: Server = createServer().listen(port, '127.0.0.1', resolve);
    cleanups.push(() => new Promise((closed) => server.close(closed)));
  });
}
