import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { ana, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());

const formTokenIn = (body: string): string => /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? '';
const isSignedIn = async (browser: CookieBrowser) =>
  (await browser.visit(`${origin}/account`)).status === 200;

const minutes = (count: number): number => count * 60_000;

describe('sessions', () => {
  it('B11: end after 15 minutes without activity, not before', async () => {
    const { browser } = await world.signIn(ana);
    world.advance(minutes(14.9));
    expect(await isSignedIn(browser)).toBe(true);
    world.advance(minutes(14.9));
    expect(await isSignedIn(browser)).toBe(true);
    world.advance(minutes(15) + 1000);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('B11: end after 12 hours however active', async () => {
    const { browser } = await world.signIn(ana);
    for (let passed = 0; passed < 719; passed += 14) {
      expect(await isSignedIn(browser)).toBe(true);
      world.advance(minutes(14));
    }
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('B12: a new secret at each sign-in; the former one is dead (fixation)', async () => {
    const { browser } = await world.signIn(ana);
    const planted = browser.cookie('revenue_session') ?? '';
    world.advance(minutes(16));
    await world.signIn(ana, browser);
    expect(browser.cookie('revenue_session')).not.toBe(planted);
    const attacker = new CookieBrowser();
    attacker.setCookie('revenue_session', planted);
    expect(await isSignedIn(attacker)).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['short', 'AAAA'],
    ['odd', '%00'],
    ['long', 'a'.repeat(3000)],
  ])('a made-up cookie, %s, is nobody', async (_name, value) => {
    const browser = new CookieBrowser();
    browser.setCookie('revenue_session', value);
    expect((await browser.visit(`${origin}/account`)).status).toBe(401);
  });
});

describe('sign-out', () => {
  it('P4: ends the session here and goes on to Signet, which is asked to come back', async () => {
    const { browser, visit } = await world.signIn(ana);
    const away = await browser.post(`${origin}/sign-out`, { form_token: formTokenIn(visit.body) });
    expect(away.url.origin).toBe(world.signet.issuer);
    expect(away.url.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/signed-out`);
    expect(away.body).toContain('Sign out');
    expect(await isSignedIn(browser)).toBe(false);
  });

  it.each([
    ['no token', {}, {}],
    ['another token', { form_token: 'AAAAAAAAAAAAAAAAAAAAAA' }, {}],
    ['another site', { form_token: 'own' }, { origin: 'https://attacker.example' }],
    ['no origin', { form_token: 'own' }, { origin: '' }],
  ])('CSRF: a post with %s is refused', async (_name, form, headers) => {
    const { browser, visit } = await world.signIn(ana);
    const own = formTokenIn(visit.body);
    const filled = 'form_token' in form && form.form_token === 'own' ? { form_token: own } : form;
    expect((await browser.post(`${origin}/sign-out`, filled as Record<string, string>, headers)).status).toBe(
      403,
    );
    expect(await isSignedIn(browser)).toBe(true);
  });
});

describe('P4: back-channel logout', () => {
  const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
  const order = (claims: Record<string, unknown>) =>
    new SignJWT({ events: { [EVENT]: {} }, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: world.signet.signingKeyId, typ: 'logout+jwt' })
      .setIssuer(world.signet.issuer)
      .setAudience(world.revenue.clientRegistration.clientId)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(world.signet.signingKey);
  const send = async (token: string) =>
    (await new CookieBrowser().post(`${origin}/backchannel-logout`, { logout_token: token }, { origin: '' }))
      .status;

  it('ends every session of the person, once; a replay does not end a later one', async () => {
    const { browser } = await world.signIn(ana);
    const token = await order({ sub: 'ana', jti: 'first' });
    expect(await send(token)).toBe(200);
    expect(await isSignedIn(browser)).toBe(false);
    await world.signIn(ana, browser);
    expect(await send(token)).toBe(200);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('ends only the session it names', async () => {
    const { browser } = await world.signIn(ana);
    expect(await send(await order({ sid: 'another', jti: 'second' }))).toBe(200);
    expect(await isSignedIn(browser)).toBe(true);
    expect(await send(await order({ sub: 'somebody-else', jti: 'third' }))).toBe(200);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('Signet really calls: whoever signs out there is signed out here', async () => {
    const { browser } = await world.signIn(ana);
    const question = await browser.visit(`${world.signet.issuer}/session/end`);
    const [, action = ''] = /action="([^"]+)"/.exec(question.body) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(question.body) ?? [];
    expect(await isSignedIn(browser)).toBe(true);
    await browser.post(action, { xsrf, logout: 'yes' });
    expect(await isSignedIn(browser)).toBe(false);
  });

  it.each(['', 'x.y.z'])('refuses %j', async (token) => expect(await send(token)).toBe(400));

  it('refuses a body beyond 32 KiB', async () => expect(await send('x'.repeat(40_000))).toBe(413));
});

describe('attacks on the way in', () => {
  it("login CSRF: an answer to somebody else's sign-in does not sign this browser in", async () => {
    world.signet.visitor = ana;
    const attacker = new CookieBrowser();
    const answer = await attacker.visit(`${origin}/sign-in`, { stopAt: `${origin}/callback` });
    const victim = new CookieBrowser();
    const visit = await victim.visit(answer.url);
    expect(visit.status).toBe(400);
    expect(await isSignedIn(victim)).toBe(false);
  });

  it('a tampered start cookie is no start cookie', async () => {
    const browser = new CookieBrowser();
    const answer = await browser.visit(`${origin}/sign-in`, { stopAt: `${origin}/callback` });
    const name = browser.cookieNames().find((one) => one.includes('_start_')) ?? '';
    const value = browser.cookie(name) ?? '';
    browser.setCookie(name, `${value.slice(0, -3)}AAA`);
    expect((await browser.visit(answer.url)).status).toBe(400);
  });

  it.each([
    'https://attacker.example/',
    '//attacker.example',
    '/\\attacker.example',
    '/\t/attacker.example',
    'javascript:alert(1)',
    '/..//attacker.example',
  ])('open redirect: return_to=%j leads to the account', async (target) => {
    world.signet.visitor = ana;
    const visit = await new CookieBrowser().visit(
      `${origin}/sign-in?return_to=${encodeURIComponent(target)}`,
    );
    expect(visit.url.origin).toBe(origin);
  });

  it('the back button after signing in goes on to the account', async () => {
    const { browser } = await world.signIn(ana);
    const callback = browser.trail.find((address) => address.startsWith(`${origin}/callback`)) ?? '';
    expect((await browser.visit(callback)).url.pathname).toBe('/account');
  });

  it('two tabs that start together both arrive', async () => {
    world.signet.visitor = ana;
    const browser = new CookieBrowser();
    const stop = { stopAt: `${origin}/callback` };
    const first = await browser.visit(`${origin}/sign-in`, stop);
    const second = await browser.visit(`${origin}/sign-in`, stop);
    expect((await browser.visit(first.url)).status).toBe(200);
    expect((await browser.visit(second.url)).status).toBe(200);
  });

  it('many starts do not pile up cookies', async () => {
    const browser = new CookieBrowser();
    for (let start = 0; start < 8; start += 1) {
      await browser.visit(`${origin}/sign-in`, { stopAt: world.signet.issuer });
    }
    expect(browser.cookieNames().filter((name) => name.includes('_start_')).length).toBeLessThanOrEqual(4);
  });

  it('HTML in what comes back is shown as text or not at all', async () => {
    const visit = await new CookieBrowser().visit(
      `${origin}/callback?state=x&error=${encodeURIComponent('<script>alert(1)</script>')}`,
    );
    expect(visit.body).not.toContain('<script>');
  });
});

describe('when it does not work out', () => {
  it('a person who says no is told that nothing was shared', async () => {
    const { visit, browser } = await world.signIn({ ...ana, denies: true });
    expect(visit.body).toContain('You came back without signing in');
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('C2: a sign-in below IAL2 is refused', async () => {
    const { visit, browser } = await world.signIn({ ...ana, ial: 1 });
    expect(visit.body).toContain('We need to be more certain that it is you');
    expect(await isSignedIn(browser)).toBe(false);
  });
});
