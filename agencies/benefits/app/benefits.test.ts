import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { sessionLimits } from '../config/config.ts';
import {
  type BenefitsWorld,
  jose,
  robin,
  robinSharingNoAddress,
  robinsSsn,
  startBenefitsWorld,
} from '../test-world.ts';

let world: BenefitsWorld;
beforeAll(async () => {
  world = await startBenefitsWorld();
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the Veterans Benefits Office', () => {
  it('has an icon, and tells crawlers what is for everybody', async () => {
    const get = (at: string) => fetch(`${world.benefits.origin}${at}`);
    expect((await get('/favicon.ico')).headers.get('content-type')).toBe('image/svg+xml');
    expect((await get('/apple-touch-icon.png')).headers.get('content-type')).toBe('image/png');
    const manifest = await get('/site.webmanifest');
    expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
    expect(await manifest.json()).toMatchObject({ name: 'Veterans Benefits Office', display: 'browser' });
    expect(await (await get('/robots.txt')).text()).toBe(
      'User-agent: *\nAllow: /$\nAllow: /assets/\nDisallow: /\n',
    );
  });

  it('says that it is a demonstration', async () => {
    const { body } = await new CookieBrowser().visit(world.benefits.origin);
    expect(textOf(body)).toContain('Demonstration. This office does not exist.');
  });

  it('promises on its first page what the next one does: it asks when one served, and has the name', async () => {
    const { browser, visit } = await world.signIn(robin);
    const home = textOf((await browser.visit(world.benefits.origin)).body);
    expect(home).toContain('sign in, tell us when you served, and see what you may claim');
    expect(home).toContain('Your name and birth date are already filled in');
    expect(textOf(visit.body)).toMatch(
      /Tell us when you served.*Name Robin Aldous .*Birth date October 26, 1965/,
    );
  });

  it('C1: the Social Security number is not asked for, not received and not kept', async () => {
    const { browser, visit } = await world.signIn(robin);
    expect(world.signet.pushed.at(-1)).toMatchObject({ scope: 'openid email identity' });
    expect(JSON.stringify(world.signet.pushed)).not.toMatch(/ssn|social_security/);
    expect(JSON.stringify(world.benefits.clientRegistration)).not.toContain('ssn');
    const pages = [visit, await browser.visit(`${world.benefits.origin}/service`)];
    const seen = pages.map(({ body }) => body).join() + world.lines.join() + (await world.dump());
    expect(seen.includes(robinsSsn)).toBe(false);
  });

  it('P7: greets by the verified name and shows what was verified', async () => {
    const { visit } = await world.signIn(robin);
    expect(visit.url.pathname).toBe('/welcome');
    const text = textOf(visit.body);
    for (const shown of [
      'Welcome, Robin',
      'October 26, 1965',
      '34 Weaver Mews',
      'Port Alder, ZZ 00012',
      'robin@people.example',
    ])
      expect(text).toContain(shown);
  });

  it('finding P15: a name that a card prints without its accents is greeted, and said to be the card’s', async () => {
    const said = 'We have your name as your ID prints it.';
    const { browser, visit } = await world.signIn(jose);
    expect(visit.body).toContain(
      `<a href="${world.signet.issuer}/account/data/name">Write it your way at Signet</a>`,
    );
    expect(textOf(visit.body)).toContain('Welcome, Jose Maria');
    expect(textOf(visit.body)).toContain(said);
    const spanish = await browser.visit(`${world.benefits.origin}/welcome?lang=es`);
    expect(textOf(spanish.body)).toContain('Tenemos su nombre como lo imprime su identificación.');
    expect(textOf((await world.signIn(robin)).visit.body)).not.toContain(said);
  });

  it('C4: works without an address when none was shared', async () => {
    const { visit } = await world.signIn(robinSharingNoAddress);
    expect(textOf(visit.body)).toContain('Address Not shared');
  });

  it('B11, attack: a session that ran out is not opened again by the one at Signet alone', async () => {
    const before = { ...robin, authenticatedAt: new Date(Date.now() - 20 * 60_000) };
    const { browser } = await world.signIn(before);
    world.advance(sessionLimits.idleMs + 1000);
    const refused = await browser.visit(`${world.benefits.origin}/sign-in?return_to=/claims`);
    expect(world.signet.pushed.at(-1)?.prompt).toBe('login');
    expect(refused.url.pathname).toBe('/sign-in-problem/sign-in-not-fresh');
    world.signet.visitor = robin;
    const back = await browser.visit(`${world.benefits.origin}/sign-in?return_to=/claims`);
    expect([back.url.pathname, back.status]).toEqual(['/claims', 200]);
  });

  it('has its own cookies, so that two agencies on one host do not share a session', async () => {
    const { browser } = await world.signIn(robin);
    expect(browser.cookie('benefits_session')).toBeDefined();
    expect(browser.cookie('revenue_session')).toBeUndefined();
  });
});
