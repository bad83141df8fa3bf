import { afterAll, beforeAll, expect, it } from 'vitest';
import { words } from '../../../packages/signet/src/web/locales/index.ts';
import { newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { makeAccount } from '../../support/visitors/signet-visitor.ts';
import { makeVerified } from '../../support/visitors/verified-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const said = words('en').proofing.verified.title;

it('attack: a link that says of somebody unproven that they are verified makes no page say so', async () => {
  const unproven = await makeAccount(world);
  const page = await open(world, newFlow(world.permits), unproven.browser);
  const claimed = await unproven.browser.visit(new URL(`${page.url.pathname}?proven=now`, page.url));
  expect(claimed.body).toContain(`${page.url.pathname}/consent`);
  expect(claimed.body).not.toContain(said);

  const proven = await makeVerified(world);
  const asked = await open(world, newFlow(world.permits), proven.browser);
  expect(asked.body).not.toContain(said);
  const told = await proven.browser.visit(new URL(`${asked.url.pathname}?proven=now`, asked.url));
  expect(told.body).toContain(said);
});
