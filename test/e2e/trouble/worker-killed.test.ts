import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '../../journey/actor.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';
import { photosSeenLater } from '../../support/sites/world.ts';

vi.setConfig({ testTimeout: 150_000, hookTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ environment: photosSeenLater });
});
afterAll(() => stage.close());

const checking = /^signet\/verify\/checking$/;

it('the worker is killed in the middle of a check: another one takes its place, and the case is decided', async () => {
  const jose = await stage.enter('jose-nunez-ortiz');
  await goThrough(jose, 'revenue', undefined, checking);
  const before = await workersOf(stage.world.pid);
  expect(before).toHaveLength(1);
  for (const worker of before) process.kill(worker, 'SIGKILL');
  expect((await goOn(jose)).outcome).toBe('account');
  expect(await workersOf(stage.world.pid)).toHaveLength(1);
});

it('everything is killed in the middle of a check and started again: the case is decided', async () => {
  const ana = await stage.enter('ana-rivera');
  await goThrough(ana, 'revenue', undefined, checking);
  await stage.restart();
  await reload(ana);
  expect((await goOn(ana)).outcome).toBe('account');
});

async function reload({ page }: Actor): Promise<void> {
  await page.reload();
}

/** Signet's workers: it is a child of the world's process, and they are its own. */
async function workersOf(world: number): Promise<number[]> {
  const [signet] = await programsOf(world);
  return signet === undefined ? [] : programsOf(signet);
}

/** The child processes that run our program; the database's are not among them. */
async function programsOf(parent: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(parent)]);
  return stdout
    .split('\n')
    .filter((line) => line.includes('main.js'))
    .map((line) => Number.parseInt(line, 10));
}
