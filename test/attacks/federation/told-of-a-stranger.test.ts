import { setTimeout as pause } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runWorker } from '../../../packages/signet/src/composition/run.ts';
import { askToSignOut } from '../../conformance/sign-out-at.ts';
import {
  type BackchannelListener,
  openBackchannelListener,
} from '../../support/sites/backchannel-listener.ts';
import { newFlow, open, signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { makeAccount, submit, type Visitor } from '../../support/visitors/signet-visitor.ts';

let connected: BackchannelListener;
let curious: BackchannelListener;
let world: TestSignet;
let visitor: Visitor;
beforeAll(async () => {
  [connected, curious] = await Promise.all([openBackchannelListener(), openBackchannelListener()]);
  world = await startSignet({
    agencies: {
      permits: { backchannelLogoutUri: connected.url },
      records: { backchannelLogoutUri: curious.url },
    },
  });
  await runWorker(world.signet);
});
afterAll(async () => {
  await Promise.all([connected.close(), curious.close()]);
  await world.close();
});
beforeEach(async () => {
  visitor = await makeAccount(world);
});

const modest = { scope: 'openid email', acr_values: undefined };

async function askSilently(): Promise<void> {
  const { url } = await open(world, newFlow(world.records, { ...modest, prompt: 'none' }), visitor.browser);
  expect(url.searchParams.get('error')).toBe('login_required');
}

async function refuse(): Promise<void> {
  const flow = newFlow(world.records, modest);
  const page = await open(world, flow, visitor.browser);
  const options = { stopAt: `${world.records.registration.home}/` };
  const consent = `${page.url.pathname}/consent`;
  const { url } = await submit(visitor.browser, page, consent, { answer: 'decline' }, options);
  expect(url.searchParams.get('error')).toBe('access_denied');
}

async function signOut(): Promise<void> {
  await submit(visitor.browser, await visitor.browser.visit(`${world.origin}/account`), '/sign-out');
}

const ways = [
  ['at Signet', async (_idToken: string) => signOut()],
  [
    'at the connected agency',
    async (idToken: string) => {
      const { answer } = await askToSignOut(world, visitor.browser, { id_token_hint: idToken });
      await answer({ logout: 'yes' });
    },
  ],
] as const;

describe('finding S13: signing out is told to nobody whom the person did not go to', () => {
  it.each(ways)(
    'attack, an agency that asked silently and one that was refused: %s',
    async (_where, leave) => {
      const heard = (await connected.heard(0)).length;
      const { idToken } = await signInAt(world, world.permits, visitor.browser);
      await askSilently();
      await refuse();
      await leave(idToken);
      const tokens = await connected.heard(heard + 1);
      const { sub, sid } = decodeJwt(idToken);
      expect(decodeJwt(tokens[heard] ?? '')).toMatchObject({ aud: 'permits', sub, sid });
      await pause(300); // as long as the other would have heard in, too
      expect(await curious.heard(0)).toEqual([]);
    },
  );

  it('an agency that the person left is told once, of its own session, and of no later sign-out', async () => {
    const before = (await connected.heard(0)).length;
    const { idToken, accessToken } = await signInAt(world, world.permits, visitor.browser);
    const { browser } = visitor;
    const page = await browser.visit(`${world.origin}/account/agencies/permits/end`);
    await submit(browser, page, '/account/agencies/end');
    expect((await userinfo(world, accessToken)).status).toBe(401);
    const { sub, sid } = decodeJwt(idToken);
    expect(decodeJwt((await connected.heard(before + 1))[before] ?? '')).toMatchObject({ sub, sid });
    await signOut();
    await pause(300);
    expect(await connected.heard(0)).toHaveLength(before + 1);
  });
});
