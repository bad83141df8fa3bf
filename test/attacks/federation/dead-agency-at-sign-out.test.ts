import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BackchannelListener,
  openBackchannelListener,
} from '../../support/sites/backchannel-listener.ts';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { headingIn, submit } from '../../support/visitors/signet-visitor.ts';
import { makeVerified } from '../../support/visitors/verified-visitor.ts';

let deaf: BackchannelListener;
let listening: BackchannelListener;
let world: TestSignet;
beforeAll(async () => {
  [deaf, listening] = await Promise.all([
    openBackchannelListener('never-answers'),
    openBackchannelListener(),
  ]);
  world = await startSignet({
    agencies: {
      permits: { backchannelLogoutUri: deaf.url },
      records: { backchannelLogoutUri: listening.url },
    },
  });
});
afterAll(async () => {
  await Promise.all([deaf.close(), listening.close()]);
  await world.close();
});

describe('an agency that is slow or dead at back-channel logout', () => {
  it('P4: holds up neither the person nor the other agencies, and is named in the log', async () => {
    const ana = await makeVerified(world);
    const tokens = [
      await signInAt(world, world.permits, ana.browser),
      await signInAt(world, world.records, ana.browser),
    ];
    const account = await ana.browser.visit(`${world.origin}/account`);
    const began = performance.now();
    const end = await submit(ana.browser, account, '/sign-out');
    expect(performance.now() - began).toBeLessThan(1500);
    expect(headingIn(end)).toBe('You are signed out');
    const [heard = ''] = await listening.heard(1);
    expect(decodeJwt(heard)).toMatchObject({ aud: 'records', sub: decodeJwt(tokens[1]?.idToken ?? '').sub });
    for (const { accessToken } of tokens) expect((await userinfo(world, accessToken)).status).toBe(401);
    expect((await ana.browser.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
    await expect
      .poll(() => world.log.some((line) => line.includes('"what":"permits"')), { timeout: 4000 })
      .toBe(true);
    expect(world.log.join('')).not.toContain(ana.email);
  });
});
