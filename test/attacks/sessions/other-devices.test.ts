import { decodeJwt } from 'jose';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWorker } from '../../../packages/signet/src/composition/run.ts';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import {
  type BackchannelListener,
  openBackchannelListener,
} from '../../support/sites/backchannel-listener.ts';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, makeAccount, signIn, submit, type Visitor } from '../../support/visitors/signet-visitor.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';
const columbus = '192.0.2.41';
const lisbon = '203.0.113.41';

let listener: BackchannelListener;
let world: TestSignet;
beforeAll(async () => {
  listener = await openBackchannelListener();
  world = await startSignet({
    agencies: { permits: { backchannelLogoutUri: listener.url } },
    environment: { SIGNET_TRUSTED_PROXIES: '1' },
  });
  await runWorker(world.signet); // tells agencies
});
afterAll(async () => {
  await listener.close();
  await world.close();
});

const at = (address: string, userAgent = firefox) =>
  new CookieBrowser({ 'x-forwarded-for': address, 'user-agent': userAgent });

const devicesOf = ({ browser }: Pick<Visitor, 'browser'>) => browser.visit(`${world.origin}/account/devices`);
const headings = (body: string) =>
  [...body.matchAll(/class="usa-card__heading">([^<]+)</g)].map(([, name]) => name);
const refsIn = (body: string) =>
  [...body.matchAll(/name="session" value="([^"]+)"/g)].map(([, ref = '']) => ref);
const mailsAbout = async (visitor: Visitor, what: string) =>
  (await world.mailTo(visitor.email)).filter(({ subject }) => subject.includes(what));

async function signedInTwice(): Promise<{ visitor: Visitor; phone: CookieBrowser }> {
  const visitor = await makeAccount(world, at(columbus));
  const { browser: phone } = await signIn(world, visitor, at(lisbon, iphone));
  return { visitor, phone };
}

describe('where a person is signed in', () => {
  it('B16: shows device, place and way of each; ending one ends it there, at its agencies, and not the other one at the same agency', async () => {
    const { visitor, phone } = await signedInTwice();
    const here = await signInAt(world, world.permits, visitor.browser);
    const there = await signInAt(world, world.permits, phone);
    const page = await devicesOf(visitor);
    expect(headings(page.body)).toEqual(['Firefox on Windows', 'Safari on iPhone']);
    expect(page.body).toContain('Near Columbus, Ohio');
    expect(page.body).toContain('Near Lisbon, Portugal');
    expect(page.body).toContain('Password and authenticator app');
    expect(page.body).toContain('You had not used this browser before');
    expect((await visitor.browser.visit(`${world.origin}/account/history`)).body).toContain(
      'Unusual: you had not used this browser before, it was in a country that was new for you',
    );
    const [mail] = await mailsAbout(visitor, 'New sign-in');
    expect(mail?.subject).toBe('New sign-in to Signet: Safari on iPhone');

    const after = await submit(visitor.browser, page, '/account/devices/sign-out');
    expect(headings(after.body)).toEqual(['Firefox on Windows']);
    expect(after.body).toContain('Signed out. That device will have to sign in again');
    expect((await phone.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
    expect((await userinfo(world, there.accessToken)).status).toBe(401);
    expect((await userinfo(world, here.accessToken)).status).toBe(200);
    const [heard = ''] = await listener.heard(1);
    const told = decodeJwt(heard);
    expect(told).toMatchObject({ aud: 'permits', sub: decodeJwt(there.idToken).sub });
    expect(told.sid).toBe(decodeJwt(there.idToken).sid);
  });

  it('ends all others at once', async () => {
    const { visitor, phone } = await signedInTwice();
    await sql`UPDATE totp_authenticators SET last_step = 0`.execute(world.signet.resources.pool.db);
    const { browser: third } = await signIn(world, visitor, at('198.51.100.4'));
    const page = await devicesOf(visitor);
    expect(headings(page.body)).toHaveLength(3);
    const after = await submit(visitor.browser, page, '/account/devices/sign-out-others');
    expect(after.body).toContain('Only this device is still signed in');
    for (const other of [phone, third])
      expect((await other.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
    expect((await devicesOf(visitor)).status).toBe(200);
  });
});

describe('attack, a thief’s session at an agency that outlives it here', () => {
  it('P4, B16: another password ends other sessions at their agencies too, and the one that stays stays there as well', async () => {
    const { visitor, phone } = await signedInTwice();
    const here = await signInAt(world, world.permits, visitor.browser);
    const there = await signInAt(world, world.permits, phone);
    const page = await visitor.browser.visit(`${world.origin}/account/password`);
    const password = 'a lamp at dusk by the sea';
    await submit(visitor.browser, page, '/account/password', { password });
    expect((await phone.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
    expect((await userinfo(world, there.accessToken)).status).toBe(401);
    expect((await userinfo(world, here.accessToken)).status).toBe(200);
    const sidsHeard = async () => (await listener.heard(1)).map((token) => decodeJwt(token).sid);
    await expect.poll(sidsHeard, { timeout: 10_000 }).toContain(decodeJwt(there.idToken).sid);
  });
});

describe("attack, another person's devices", () => {
  it('are not shown, and their sessions cannot be ended by their ref', async () => {
    const { visitor: victim, phone } = await signedInTwice();
    const [ref = ''] = refsIn((await devicesOf(victim)).body);
    const thief = await makeAccount(world, at('198.51.100.9'));
    const page = await devicesOf(thief);
    expect(page.body).not.toContain(ref);
    expect(headings(page.body)).toHaveLength(1);
    const fields = { csrf: csrfIn(page), session: ref };
    for (const session of [ref, `${ref}' OR 1=1 --`, '', 'x'.repeat(5000)])
      await thief.browser.post(`${world.origin}/account/devices/sign-out`, { ...fields, session });
    expect((await phone.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
    expect((await devicesOf(victim)).body).toContain(ref);
  });

  it('need both factors, and a form of our own', async () => {
    const { visitor, phone } = await signedInTwice();
    const [ref = ''] = refsIn((await devicesOf(visitor)).body);
    const stranger = at(lisbon);
    expect((await stranger.visit(`${world.origin}/account/devices`)).url.pathname).toBe('/sign-in');
    const forged = await visitor.browser.post(`${world.origin}/account/devices/sign-out`, { session: ref });
    expect(forged.status).toBe(403);
    expect((await phone.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
  });
});

describe('attack, stolen session cookie in another country', () => {
  it('is told once, and shown as another place', async () => {
    const visitor = await makeAccount(world, at(columbus));
    const thief = at(lisbon, iphone);
    thief.setCookie('signet', visitor.browser.cookie('signet') ?? '');
    for (let request = 0; request < 3; request += 1)
      expect((await thief.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
    await devicesOf(visitor);
    expect(await mailsAbout(visitor, 'another country')).toHaveLength(1);
    const { body } = await devicesOf(visitor);
    expect(body).toContain('Near Lisbon, Portugal');
    expect(body).toContain('and near Columbus, Ohio');
    expect(body).toContain('It was in a country that was new for you');
    expect((await visitor.browser.visit(`${world.origin}/account/history`)).body).toContain(
      'was used in another country',
    );
  });
});

describe('attack, forged device cookie', () => {
  it('is replaced where it is none of ours; the real one lasts, is out of reach of scripts, and is told of once', async () => {
    const visitor = await makeAccount(world, at(columbus));
    const browser = at(columbus);
    browser.setCookie('signet_device', '"><script>alert(7)</script>');
    await signIn(world, visitor, browser);
    expect(browser.cookie('signet_device')).toMatch(/^[\w-]{43}$/);
    expect(await mailsAbout(visitor, 'New sign-in')).toHaveLength(1);
    await submit(browser, await browser.visit(`${world.origin}/account`), '/sign-out');
    await sql`UPDATE totp_authenticators SET last_step = 0`.execute(world.signet.resources.pool.db);
    await signIn(world, visitor, browser);
    expect(await mailsAbout(visitor, 'New sign-in')).toHaveLength(1);

    const copy = at(columbus);
    const page = await copy.visit(`${world.origin}/sign-in`);
    const { email, password } = visitor;
    const answer = await fetch(`${world.origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrfIn(page), email, password }),
      headers: { ...copy.ownHeaders, cookie: copy.cookieHeader(), origin: world.origin },
      redirect: 'manual',
    });
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('signet_device='));
    expect(line).toMatch(/; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});

describe('attack, user agent injection', () => {
  it('nothing of it reaches page, mail, log or database', async () => {
    const marks = [
      '<script>alert(7)</script>/1.0 (Windows NT 10.0)',
      'Mozilla/5.0 '.repeat(500),
      'a%0d%0aBcc: x/1',
    ];
    for (const [n, userAgent] of marks.entries()) {
      const visitor = await makeAccount(world, at(`192.0.2.${100 + n}`));
      const { browser } = await signIn(world, visitor, at(`192.0.2.${150 + n}`, userAgent));
      const written = [
        (await devicesOf(visitor)).body,
        (await browser.visit(`${world.origin}/account/devices`)).body,
        ...(await world.mailTo(visitor.email)).map(({ subject, text }) => subject + text),
        world.log.join('\n'),
      ];
      for (const text of written) {
        expect(text).not.toContain('alert(7)');
        expect(text).not.toContain('Mozilla');
        expect(text).not.toContain('Bcc');
      }
    }
  });
});

it('no table, log line or mail holds a network address in clear (tripwire)', async () => {
  const db = world.signet.resources.pool.db;
  const tables = await sql<{
    name: string;
  }>`SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name
    FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(db);
  const addresses = /192\.0\.2\.|203\.0\.113\.|198\.51\.100\.|3139322e302e322e|3230332e302e3131332e/;
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.raw(name)} t`.execute(db);
    for (const { row } of rows) expect(`${name}: ${row}`).not.toMatch(addresses);
  }
  expect(world.log.join('\n')).not.toMatch(addresses);
  for (const { subject, text } of world.mails) expect(subject + text).not.toMatch(addresses);
});
