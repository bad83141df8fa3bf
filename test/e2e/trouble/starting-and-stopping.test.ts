import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';
import { worldProgram } from '../../support/repository.ts';
import { environmentOf, freePorts } from '../../support/sites/world.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const run = promisify(execFile);

let dataDir: string;
let stage: Stage;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'signet-twice-'));
  await chmod(dataDir, 0o711); // so that the database's own user gets through
  stage = await openStage({ databaseUrl: undefined, dataDir });
});
afterAll(async () => {
  await stage.close();
  await rm(dataDir, { recursive: true, force: true });
});

it.each([
  ['in the same folder on the same ports', async () => stage.world.ports],
  ['in the same folder on other ports', freePorts],
])('a second start %s says so in one line, and leaves the first alone', async (_what, ports) => {
  const second = await failedStart(await ports());
  expect(second.code).toBe(1);
  expect(second.said).toContain('SIGNET_DATA_DIR');
  expect(second.said.trim().split('\n')).toHaveLength(1);
  expect((await fetch(`${stage.world.signet}/readyz`)).status).toBe(200);
});

it('finding O10: the sandbox’s PostgreSQL is killed: it is started again, and all is ready without anybody’s help', async () => {
  const ready = async () => (await fetch(`${stage.world.signet}/readyz`)).status;
  const [before] = await serversOf(stage.world.pid);
  expect(before).toBeDefined();
  process.kill(Number(before), 'SIGKILL');
  const another = async () => (await serversOf(stage.world.pid)).some((pid) => pid !== before);
  await expect.poll(another, { timeout: 60_000 }).toBe(true);
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
  expect((await fetch(stage.world.signet)).status).toBe(200);
});

/** The database servers that the world's process started. */
async function serversOf(world: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=,args=', '--ppid', String(world)]);
  const lines = stdout.split('\n').filter((line) => line.includes('/bin/postgres'));
  return lines.map((line) => Number.parseInt(line, 10));
}

it('Ctrl-C under load, in the middle of a check: over within five seconds, and nothing stays behind', async () => {
  const nora = await stage.enter('nora-lindgren');
  await goThrough(nora, 'revenue', undefined, /^signet\/verify\/checking$/);
  const people = crowd(`${stage.world.signet}/sign-in`, 20);
  const processes = await processesUnder(stage.world.pid);
  expect(processes.length).toBeGreaterThan(2); // a worker, and a database with its own
  const { code, ms } = await stage.world.interrupt();
  await people;
  expect(code).toBe(0);
  expect(ms).toBeLessThan(5000);
  // On a busy machine the database is still writing when we are cut off; it ends by itself.
  await expect.poll(() => processes.filter(isAlive), { timeout: 5000 }).toEqual([]);
  expect(faultsIn(stage.world.log())).toEqual([]);
});

async function failedStart(
  ports: Awaited<ReturnType<typeof freePorts>>,
): Promise<{ code: number; said: string }> {
  try {
    const env = { ...process.env, ...environmentOf({}, dataDir, ports), SIGNET_LOG_LEVEL: 'silent' };
    await run(process.execPath, [worldProgram], { env, timeout: 30_000 });
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
  throw new Error('it started');
}

/** So many people who ask for a page again and again, until nobody answers any more. */
async function crowd(url: string, size: number): Promise<void> {
  const one = async () => {
    for (;;) {
      try {
        await (await fetch(url)).text();
      } catch {
        return; // nobody answers any more
      }
    }
  };
  await Promise.all(Array.from({ length: size }, one));
}

/** All that a process started, and what that started in turn. */
async function processesUnder(parent: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=']);
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const under = (one: number): number[] =>
    all.flatMap(([pid = 0, of]) => (of === one ? [pid, ...under(pid)] : []));
  return under(parent);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // ESRCH: they were all ours
  }
}

/** What went wrong while it stopped, and where a process ended by a fault that nobody caught, with what was said before. */
function faultsIn(log: string): string[] {
  const lines = log.split('\n');
  const isFault = (line: string) => /^While stopping|^Node\.js v\d/.test(line);
  return lines.flatMap((line, at) =>
    isFault(line) ? [lines.slice(Math.max(0, at - 20), at + 3).join('\n')] : [],
  );
}
