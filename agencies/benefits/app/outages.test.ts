import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { type BenefitsWorld, robin, startBenefitsWorld } from '../test-world.ts';

let world: BenefitsWorld;
beforeAll(async () => {
  world = await startBenefitsWorld();
});
afterAll(() => world.close());

it('Signet down: public pages work, a person signed in goes on, sign-in says so and that their account is well', async () => {
  const { browser } = await world.signIn(robin);
  await world.signet.close();
  const token = /name="form_token" value="([^"]+)"/.exec(
    (await browser.visit(`${world.benefits.origin}/service`)).body,
  )?.[1];
  const saved = await browser.post(`${world.benefits.origin}/service`, {
    form_token: token ?? '',
    began: '1990-01-01',
    ended: '1994-01-01',
  });
  expect(saved.url.pathname).toBe('/welcome');
  expect(saved.body).toContain('You may claim this');

  const visitor = new CookieBrowser();
  expect((await visitor.visit(world.benefits.origin)).status).toBe(200);
  const refused = await visitor.visit(`${world.benefits.origin}/sign-in`);
  expect(refused.status).toBe(503);
  expect(refused.body).toContain('Sign-in is not working right now');
  expect(refused.body).toContain('Nothing is wrong with your account.');
  expect(world.lines.join()).toContain('signet-unavailable');

  const signOut = `${world.benefits.origin}/sign-out`;
  await browser.post(signOut, { form_token: token ?? '' }, {}, { stopAt: world.signet.issuer });
  expect((await browser.visit(`${world.benefits.origin}/welcome`)).status).toBe(401);
});
