import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../../test/support/browser/cookie-browser.ts';
import { ana, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;
/** Where she sat. She is still signed in at Signet, for an hour. */
let screen: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());
beforeEach(async () => {
  screen = (await world.signIn(beforehand)).browser;
  world.signet.visitor = ana;
});

/** Authenticated some time ago, by Signet's own clock: it does not move with the department's. */
const beforehand = { ...ana, authenticatedAt: new Date(Date.now() - 20 * 60_000) };

const abandon = () => world.advance(16 * 60_000);
const asked = () => world.signet.pushed.at(-1)?.prompt;
const open = (path: string, browser = screen): Promise<Visit> => browser.visit(`${origin}${path}`);

/** Signet answers at once, with the authentication from before: as to a press by whoever comes by. */
const passBy = () => {
  world.signet.visitor = beforehand;
};

/** The same browser without one of its cookies: what whoever sits down at it can take out. */
function without(name: string): CookieBrowser {
  const browser = screen.copy();
  browser.setCookie(name, '');
  return browser;
}

describe('B11, attack: at an abandoned screen, with the session at Signet still open', () => {
  it('one press of "sign in" asks for a new authentication, and opens the page that was left', async () => {
    abandon();
    const out = await open('/letters');
    expect(out.status).toBe(401);
    const [, way = ''] = /href="(\/sign-in\?return_to=[^"]+)"/.exec(out.body) ?? [];
    const before = world.signet.pushed.length;
    const back = await open(way);
    expect(world.signet.pushed.slice(before).map(({ prompt }) => prompt)).toEqual(['login']);
    expect(back.url.pathname).toBe('/letters');
    expect(back.status).toBe(200);
  });

  it.each(['/sign-in', '/sign-in?return_to=/letters'])('%s opens nothing without one', async (way) => {
    abandon();
    passBy();
    const refused = await open(way);
    expect(refused.url.pathname).toBe('/sign-in-problem/sign-in-not-fresh');
    expect(refused.body).not.toMatch(/rivera/i);
    expect((await open('/account')).status).toBe(401);
  });

  it('taking the agency’s cookie out of the browser does not help', async () => {
    abandon();
    passBy();
    const browser = without('revenue_session');
    const refused = await open('/sign-in', browser);
    expect(asked()).toBe('login');
    expect(refused.url.pathname).toBe('/sign-in-problem/sign-in-not-fresh');
    expect((await open('/account', browser)).status).toBe(401);
  });

  it('neither does the refund tool, whose sessions run out alike', async () => {
    await open('/refund/sign-in');
    abandon();
    passBy();
    expect((await open('/refund/sign-in')).url.pathname).toBe('/refund/problem/sign-in-not-fresh');
    expect((await open('/refund')).body).not.toContain('name="form_token"');
  });

  it('a step-up asks for what it did before', async () => {
    const form = await open('/bank-accounts/new');
    expect(form.url.pathname).toBe('/bank-accounts/new');
    expect(asked()).toBeUndefined();
    expect(world.signet.pushed.at(-1)?.max_age).toBe('120');
  });
});

describe('where nothing was abandoned, one session at Signet is enough', () => {
  it('for another browser window, before anything ran out', async () => {
    const { url } = await open('/sign-in', without('revenue_session'));
    expect(asked()).toBeUndefined();
    expect(url.pathname).toBe('/account');
  });

  it('after a fresh sign-in, until that is left too', async () => {
    abandon();
    expect((await open('/sign-in')).url.pathname).toBe('/account');
    expect(asked()).toBe('login');
    await open('/sign-in');
    await open('/account');
    const pushed = world.signet.pushed.length;
    expect((await open('/letters')).status).toBe(200);
    expect(world.signet.pushed).toHaveLength(pushed);
  });
});
