import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, headingIn, makeAccount } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const over = 'That request has expired';

describe('attack, an authorization request taken to another browser', () => {
  it('C1: its name alone opens nothing, signed in or not, by GET or POST', async () => {
    const [victim, attacker] = await Promise.all([makeAccount(world), makeAccount(world)]);
    const { url } = await open(world, newFlow(world.permits), victim.browser);
    expect(url.pathname).toMatch(/^\/interaction\/[\w-]{20,}$/);
    for (const browser of [attacker.browser, new CookieBrowser()]) {
      const page = await browser.visit(url);
      expect([page.status, headingIn(page)]).toEqual([400, over]);
      const csrf = csrfIn(await browser.visit(`${world.origin}/sign-up`)) || csrfIn(page);
      const posted = await browser.post(`${url.href}/consent`, { csrf, answer: 'agree' });
      expect(posted.status).toBeGreaterThanOrEqual(400);
      expect(posted.url.origin).toBe(world.origin);
    }
  });

  it('C1, attack, sign-in CSRF: a request begun by the attacker does not end in the victim’s browser', async () => {
    const [victim, attacker] = await Promise.all([makeAccount(world), makeAccount(world)]);
    const flow = newFlow(world.permits);
    const { url } = await open(world, flow, attacker.browser);
    victim.browser.setCookie('signet_request', url.pathname.slice('/interaction/'.length));
    const page = await victim.browser.visit(`${world.origin}/continue`, {
      stopAt: world.permits.redirectUri,
    });
    expect([page.status, headingIn(page)]).toEqual([400, over]);
    expect((await victim.browser.visit(`${world.origin}/continue`)).url.pathname).toBe('/account');
  });

  it('C1: a request that was answered cannot be answered again', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const flow = newFlow(world.permits, { prompt: 'consent' });
    const page = await open(world, flow, browser);
    const form = { csrf: csrfIn(page), answer: 'decline' };
    const stopAt = world.permits.redirectUri;
    const action = `${page.url.href}/consent`;
    const first = await browser.post(action, form, {}, { stopAt });
    expect(first.url.searchParams.get('error')).toBe('access_denied');
    const second = await browser.post(action, { ...form, answer: 'agree' }, {}, { stopAt });
    expect([second.status, headingIn(second)]).toEqual([400, over]);
  });
});
