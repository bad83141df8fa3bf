import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { goOn, goThrough } from '../journey/journey.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';
import { repository } from '../support/repository.ts';
import { photosSeenLater } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ environment: photosSeenLater });
});
afterAll(() => stage?.close());

/** `npm run review -- approve` beside the world, as its trained person. */
async function approve(reference: string): Promise<void> {
  const program = path.join(repository, 'sandbox', 'world', 'command.ts');
  const env = { ...process.env, SIGNET_DATA_DIR: stage.world.dataDir };
  await promisify(execFile)(
    process.execPath,
    [program, 'review', 'approve', reference, '--agent', 'agent-7'],
    {
      env,
    },
  );
}

it('finding T6: Lucía, who has an ITIN, goes by a trained person to the years that she files with José', async () => {
  const lucia = await stage.enter('lucia-vega-montero');
  const { page, world } = lucia;
  expect((await goThrough(lucia, 'revenue')).outcome).toBe('needs-person');
  const decision = (await page.locator('main').textContent()) ?? '';
  expect(decision).toContain('You gave an ITIN. That is fine.');
  await approve(/SGN-\w{4}-\w{4}/.exec(decision)?.[0] ?? '');
  await expect
    .poll(
      async () => {
        await page.goto(`${world.signet}/verify/decision`);
        return page.locator('h1').textContent();
      },
      { timeout: 30_000 },
    )
    .toBe(words('en').proofing.verified.title);
  await page.goto(`${world.revenue}/sign-in`);
  expect((await goOn(lucia)).outcome).toBe('account');
  const home = (await page.locator('main').textContent()) ?? '';
  expect(home).toContain('Hello, Lucía');
  expect(home).toContain('Married filing jointly');
});
