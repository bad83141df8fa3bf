import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { headingIn, makeAccount, submit, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let owner: Visitor;
beforeAll(async () => {
  world = await startSignet();
});
beforeEach(async () => {
  owner = await makeAccount(world);
  await world.leaveSessions(3 * 3600);
});
afterAll(() => world.close());

const visit = (path: string, browser = owner.browser) => browser.visit(world.origin + path);

describe('attack, a browser that was left for hours', () => {
  it.each([
    '/account',
    '/account/ways',
    '/account/password',
    '/recovery-codes',
    '/sign-up/app',
    '/verify',
    '/sign-in/code',
  ])('B11: shows nothing of %s', async (path) => {
    const page = await visit(path);
    expect(page.url.pathname).toBe('/sign-in/welcome-back');
    expect(page.body).not.toContain(owner.email.split('@')[0]);
    expect(page.body.replaceAll('<wbr/>', '')).toContain(`${owner.email[0]}•••@mail.example`);
  });

  it('B11: changes nothing by forms that were open, and is not kept alive by asking', async () => {
    const stolen = owner.browser.copy();
    const extend = await stolen.post(`${world.origin}/session/extend`, {});
    expect(extend.status).toBe(403);
    const back = await visit('/account', stolen);
    expect(headingIn(back)).toBe('Welcome back');
  });
});

describe('welcome back', () => {
  it('B11: the password alone goes on where the person was; a wrong one does not', async () => {
    const page = await visit('/account/ways');
    const refused = await submit(owner.browser, page, '/sign-in/welcome-back', { password: 'a wrong guess' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('That password is not right');
    const on = await submit(owner.browser, refused, '/sign-in/welcome-back', { password: owner.password });
    expect(on.url.pathname).toBe('/account/ways');
    expect(headingIn(on)).toBe('How you sign in');
  });

  it('lets somebody else begin: what was there ends', async () => {
    const before = owner.browser.copy();
    const page = await visit('/account');
    const start = await submit(owner.browser, page, '/sign-out');
    expect(start.url.pathname).toBe('/sign-in');
    expect(headingIn(await visit('/account', before))).toBe('Sign in');
    const other = await makeAccount(world, owner.browser);
    expect((await visit('/account', other.browser)).body.replaceAll('<wbr/>', '')).toContain(other.email);
  });

  it('P1: leads to no other site', async () => {
    const page = await visit(`/sign-in/welcome-back?to=${encodeURIComponent('//evil.example/account')}`);
    const on = await submit(owner.browser, page, '/sign-in/welcome-back', { password: owner.password });
    expect(on.url.href).toBe(`${world.origin}/account`);
  });

  it('is nothing to a browser without a session', async () => {
    expect(headingIn(await visit('/sign-in/welcome-back', new CookieBrowser()))).toBe('Sign in');
  });
});
