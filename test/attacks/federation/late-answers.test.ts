import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../support/browser/cookie-browser.ts';
import { authorizationUrl, newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, makeAccount } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const home = () => `${world.permits.registration.home}/`;

/** Agrees, and goes on as far as the address that `stopAt` begins. */
const agreeUntil = (browser: CookieBrowser, page: Visit, stopAt: string): Promise<Visit> =>
  browser.post(`${page.url.href}/consent`, { csrf: csrfIn(page), answer: 'agree' }, {}, { stopAt });

const outcome = ({ url, status }: Visit) => ({ code: url.searchParams.has('code'), status });

describe('attack, an answer that was given and is kept until its session is over', () => {
  /** Agreed to, and the address that goes on with the answer kept: by somebody with a copy of all cookies. */
  async function keptAnswer() {
    const { browser } = await makeAccount(world);
    const page = await open(world, newFlow(world.permits), browser);
    const { url } = await agreeUntil(browser, page, `${world.origin}/oauth/authorize/`);
    return { browser, thief: browser.copy(), url };
  }

  it('P4: after the sign-out it signs nobody in, neither there nor from a copy of the browser', async () => {
    const { browser, thief, url } = await keptAnswer();
    const account = await browser.visit(`${world.origin}/account`);
    await browser.post(`${world.origin}/sign-out`, { csrf: csrfIn(account) });
    for (const one of [browser, thief])
      expect(outcome(await one.visit(url, { stopAt: home() }))).toEqual({ code: false, status: 400 });
  });

  it('P4: nor in a browser that has another session; in its own it does', async () => {
    const { browser, url } = await keptAnswer();
    const other = await makeAccount(world);
    const session = browser.cookie('signet');
    expect(session).toBeDefined();
    browser.setCookie('signet', String(other.browser.cookie('signet')));
    expect(outcome(await browser.visit(url, { stopAt: home() }))).toEqual({ code: false, status: 400 });
    browser.setCookie('signet', String(session));
    expect(outcome(await browser.visit(url, { stopAt: home() })).code).toBe(true);
  });
});

describe('attack, a long request whose own minute is over', () => {
  it('P3: of two interactions begun with one pushed request one is answered', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const long = { state: 's'.repeat(2200), prompt: 'consent' };
    const url = await authorizationUrl(world, newFlow(world.permits, long));
    const [first, second] = [await browser.visit(url), await browser.visit(url)];
    await sql`UPDATE openid_artifacts SET expires_at = expires_at - interval '61 seconds', slot = day_slot(expires_at - interval '61 seconds')
      WHERE kind = 'PushedAuthorizationRequest'`.execute(world.signet.resources.pool.db);
    expect(outcome(await agreeUntil(browser, first, home())).code).toBe(true);
    const { searchParams } = (await agreeUntil(browser, second, home())).url;
    expect([searchParams.get('code'), searchParams.get('error')]).toEqual([null, 'invalid_request_uri']);
  });

  it('P3: once it is forgotten nothing goes on that was begun with it', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits, { state: 's'.repeat(2200) });
    const page = await open(world, flow, browser);
    await sql`DELETE FROM openid_artifacts WHERE kind = 'PushedAuthorizationRequest'`.execute(
      world.signet.resources.pool.db,
    );
    expect(outcome(await agreeUntil(browser, page, home()))).toEqual({ code: false, status: 400 });
  });
});
