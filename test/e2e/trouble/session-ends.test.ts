import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '../../journey/actor.ts';
import { accountActs, proofingActs } from '../../journey/acts.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('a session that ends in the middle of proofing leads back to the same step, with everything kept', async () => {
  const ana = await stage.enter('ana-rivera');
  await goThrough(ana, 'revenue', undefined, /^signet\/verify\/back$/);
  await ana.page.context().clearCookies({ name: 'signet' });

  await perform(ana, 'photo: back');
  expect(placeOf(ana)).toBe('/sign-in');
  await perform(ana, 'sign in');
  await perform(ana, 'second factor');
  expect(placeOf(ana)).toBe('/verify/back');
  await ana.page.goto(`${stage.world.signet}/verify/front`);
  expect(await ana.page.locator('img[src="/verify/photo/front"]').count()).toBe(1);

  await ana.page.goto(`${stage.world.signet}/verify/back`);
  expect((await goOn(ana)).outcome).toBe('account'); // the agency's request was kept as well
});

const placeOf = ({ page }: Actor): string => new URL(page.url()).pathname;

async function perform(actor: Actor, name: string): Promise<void> {
  const act = [...accountActs, ...proofingActs].find((one) => one.name === name);
  if (!act) throw new Error(`there is no act "${name}"`);
  await act.perform(actor);
  await actor.page.waitForLoadState('load');
}
