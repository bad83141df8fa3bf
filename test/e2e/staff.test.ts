import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { goOn } from '../journey/journey.ts';
import { addAuthenticator } from '../journey/virtual-authenticator.ts';
import { openStage, type Stage } from '../support/stage.ts';

vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const anasFile = '4100327784';

it('at a real Signet: a newcomer becomes staff by a passkey and the sandbox’s code, and opens a file', async () => {
  const actor = await stage.enter('robin-aldous', { way: 'passkey' });
  actor.authenticator = await addAuthenticator(actor.page);
  const { page, world } = actor;
  await page.goto(`${world.revenue}/staff/sign-in?return_to=/staff/enrol`);
  await goOn(actor, undefined, /^revenue\/staff/);
  await page.fill('#code', await readFile(path.join(stage.world.dataDir, 'revenue', 'staff-code'), 'utf8'));
  await page.locator('main button').click();
  await page.fill('#number', anasFile);
  await page.check('#reason');
  await page.locator('main button').click();
  const file = (await page.locator('main').textContent()) ?? '';
  expect(file).toContain('Ana Lucia Rive');
  expect(file).not.toContain('Rivera');
});
