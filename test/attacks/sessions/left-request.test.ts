import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { authorize, newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { headingIn, makeAccount, nextCode, submit } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const banner = 'You are signing in to';
const agencyOrigin = 'https://permits.example';

it.each(['/account', '/'])(
  'finding P13, B-1: a request that was left for %s is gone from every page, and waits',
  async (place) => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const asked = await open(world, flow, browser);
    expect(asked.body).toContain(banner);
    expect(asked.headers.get('content-security-policy')).toContain(agencyOrigin);

    const elsewhere = await browser.visit(world.origin + place);
    expect(elsewhere.body).not.toContain(banner);
    expect(elsewhere.body).toContain(
      `href="${asked.url.pathname}">Continue signing in to the Office of permits`,
    );
    for (const path of [place, '/account/history', '/help', '/account/password']) {
      const page = await browser.visit(world.origin + path);
      expect(page.body, path).not.toContain(banner);
      expect(page.headers.get('content-security-policy'), path).not.toContain(agencyOrigin);
    }

    const back = await browser.visit(asked.url);
    expect(back.body).toContain(banner);
    const answer = await submit(
      browser,
      back,
      `${asked.url.pathname}/consent`,
      { answer: 'agree' },
      { stopAt: `${agencyOrigin}/` },
    );
    expect(answer.url.searchParams.get('state')).toBe(flow.state);
    expect((await browser.visit(`${world.origin}/account`)).body).not.toContain('Continue signing in');
  },
);

it('finding B-1: of two requests, a page is on the way to its own or to none', async () => {
  const { browser } = await makeAccount(world);
  await open(world, newFlow(world.permits), browser); // and left lying
  await browser.visit(`${world.origin}/account`);
  const other = newFlow(world.records, { scope: 'openid email', acr_values: undefined });
  await authorize(world, other, browser);
  const help = await browser.visit(`${world.origin}/help`);
  expect(help.body).not.toContain(banner);
  expect(help.headers.get('content-security-policy')).not.toContain('.example');
});

it('finding B-1: a form says itself which request its page is on the way to, or that it is on none', async () => {
  const someone = await makeAccount(world);
  const browser = new CookieBrowser();
  const bookmark = await browser.visit(`${world.origin}/sign-in`);
  const flow = newFlow(world.permits);
  const asked = await open(world, flow, browser); // in another tab, meanwhile
  expect(asked.body).toContain(banner);
  const { email, password } = someone;
  const factor = await submit(browser, bookmark, '/sign-in', { email, password });
  expect(factor.body).not.toContain(banner);
  const signedIn = await submit(browser, factor, '/sign-in/code', { code: nextCode(someone) });
  expect(signedIn.url.pathname).toBe('/account');
  const back = await browser.visit(asked.url);
  expect(headingIn(back)).not.toBe('Sign in');
  expect(back.body).toContain(banner);
});

it('finding B-1: where a way begins, a tab that no site led there is on none', async () => {
  const { browser } = await makeAccount(world);
  const byHand = (path: string) =>
    browser.visit(world.origin + path, { headers: { 'sec-fetch-site': 'none' } });
  for (const path of ['/sign-up', '/recover', '/sign-in']) {
    await open(world, newFlow(world.permits), browser);
    expect((await browser.visit(world.origin + path)).body, path).toContain(banner); // a link on the way
    const page = await byHand(path);
    expect(page.body, path).not.toContain(banner);
    expect(page.headers.get('content-security-policy'), path).not.toContain(agencyOrigin);
    expect((await browser.visit(`${world.origin}/help`)).body, path).not.toContain(banner);
  }
});
