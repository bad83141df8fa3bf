import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import type { Actor } from '../../journey/actor.ts';
import { accountActs, proofingActs } from '../../journey/acts.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: Stage;
let pool: Pool;
beforeAll(async () => {
  stage = await openStage();
  pool = openPool(stage.databaseUrl, () => undefined);
});
afterAll(async () => {
  await pool.close();
  await stage.close();
});

it.each([
  {
    what: 'whose cookie is lost before the photo of the back',
    id: 'ana-rivera',
    step: 'back',
    act: 'photo: back',
    ends: 'account',
    lose: ({ page }: Actor) => page.context().clearCookies({ name: 'signet' }),
  },
  {
    what: 'that is gone from the database before the Social Security number',
    id: 'nora-lindgren',
    step: 'ssn',
    act: 'Social Security number',
    ends: 'no-record',
    lose: () => pool.pg.query('DELETE FROM sessions'),
  },
])(
  'a session $what leads back to the same step, with everything kept',
  async ({ id, step, act, ends, lose }) => {
    const actor = await stage.enter(id);
    await goThrough(actor, 'revenue', undefined, new RegExp(`^signet/verify/${step}$`));
    await lose(actor);

    await perform(actor, act);
    expect(placeOf(actor)).toMatch(/^\/interaction\//); // where one is signing in to, and the page to do it
    await perform(actor, 'sign in');
    await perform(actor, 'second factor');
    expect(placeOf(actor)).toBe(`/verify/${step}`);
    await actor.page.goto(`${stage.world.signet}/verify/front`);
    expect(await actor.page.locator('img[src^="/verify/photo/front"]').count()).toBe(1);

    await actor.page.goto(`${stage.world.signet}/verify`);
    expect(placeOf(actor)).toBe(`/verify/${step}`);
    expect((await goOn(actor)).outcome).toBe(ends); // the agency's request was kept as well
  },
);

const placeOf = ({ page }: Actor): string => new URL(page.url()).pathname;

async function perform(actor: Actor, name: string): Promise<void> {
  const act = [...accountActs, ...proofingActs].find((one) => one.name === name);
  if (!act) throw new Error(`there is no act "${name}"`);
  const arrived = actor.page.waitForEvent('framenavigated', (frame) => frame === actor.page.mainFrame());
  await Promise.all([arrived, act.perform(actor)]);
  await actor.page.waitForLoadState('load');
}
