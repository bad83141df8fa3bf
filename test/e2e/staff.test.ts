import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { goOn } from '../journey/journey.ts';
import { addAuthenticator } from '../journey/virtual-authenticator.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';
import { repository } from '../support/repository.ts';
import type { World } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const anasFile = '4100327784';

/** `npm run staff -- invite` beside the world: the code is its first line. */
async function invite({ dataDir }: World): Promise<string> {
  const program = path.join(repository, 'agencies', 'revenue', 'staff', 'command', 'main.ts');
  const env = { ...process.env, SIGNET_DATA_DIR: dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'invite'], { env });
  return stdout.split('\n')[0] ?? '';
}

it('at a real Signet: a newcomer becomes staff by a passkey and the operator’s code, and opens a file', async () => {
  const actor = await stage.enter('robin-aldous', { way: 'passkey' });
  actor.authenticator = await addAuthenticator(actor.page);
  const { page, world } = actor;
  await page.goto(`${world.revenue}/staff/sign-in?return_to=/staff/enroll`);
  await goOn(actor, undefined, /^revenue\/staff/);
  await page.fill('#code', await invite(stage.world));
  await page.locator('main button').click();
  await page.fill('#number', anasFile);
  await page.check('#reason');
  await page.locator('main button').click();
  const file = (await page.locator('main').textContent()) ?? '';
  expect(file).toContain('Ana Lucia Rive');
  expect(file).not.toContain('Rivera');
});
