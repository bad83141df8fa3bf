import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { addPasskey, signInByPasskey } from '../../support/visitors/passkey-visitor.ts';
import {
  askForCode,
  emailedCode,
  freshEmail,
  makeAccount,
  nextCode,
  submit,
  totpKeyIn,
} from '../../support/visitors/signet-visitor.ts';
import { goodPassword, totpCode } from '../../support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

describe('attack, session fixation', () => {
  it('B12: a cookie that the attacker planted before sign-in is worth nothing after it', async () => {
    const victim = await makeAccount(world);
    const attacker = new CookieBrowser();
    await askForCode(world, attacker, freshEmail()); // a live, anonymous session
    const planted = attacker.cookie('signet') ?? '';
    const browser = new CookieBrowser();
    browser.setCookie('signet', planted);
    const start = await browser.visit(`${world.origin}/sign-in`);
    const seen: string[] = [planted];
    const factor = await submit(browser, start, '/sign-in', {
      email: victim.email,
      password: victim.password,
    });
    seen.push(browser.cookie('signet') ?? '');
    await submit(browser, factor, '/sign-in/code', { code: nextCode(victim) });
    seen.push(browser.cookie('signet') ?? '');
    expect(new Set(seen).size).toBe(3); // new at each authentication
    expect((await browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
    for (const old of seen.slice(0, 2)) {
      const thief = new CookieBrowser();
      thief.setCookie('signet', old);
      expect((await thief.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
    }
  });

  it('B12: each factor that is given or bound, and each step-up, gives a new cookie; none of those before is worth anything', async () => {
    const browser = new CookieBrowser();
    const held: string[] = [];
    const hold = () => held.push(browser.cookie('signet') ?? '');
    const email = freshEmail();
    const codePage = await askForCode(world, browser, email);
    hold();
    const code = await emailedCode(world, email);
    const first = await submit(browser, codePage, '/sign-up/code', { code });
    await submit(browser, first, '/sign-up/password', { password: goodPassword });
    hold();
    const app = await browser.visit(`${world.origin}/sign-up/app`);
    await submit(browser, app, '/sign-up/app', { code: totpCode(totpKeyIn(app), new Date()) });
    hold();
    const passkey = await addPasskey(world, browser);
    hold();
    await world.ageAuthentications(20 * 60);
    const again = await browser.visit(`${world.origin}/sign-in/confirm?to=/account/ways`);
    await submit(browser, again, '/sign-in/confirm/password', { password: goodPassword });
    hold();
    await signInByPasskey(world, browser, passkey);
    hold();
    expect(new Set(held).size).toBe(6);
    for (const [n, cookie] of held.entries()) {
      const thief = new CookieBrowser();
      thief.setCookie('signet', cookie);
      const { url } = await thief.visit(`${world.origin}/account`);
      expect([n, url.pathname === '/sign-in']).toEqual([n, n < 5]);
    }
  });

  it('B12: a made-up cookie of the right shape begins nothing under its own name', async () => {
    const browser = new CookieBrowser();
    const madeUp = `${'A'.repeat(22)}.${'B'.repeat(43)}`;
    browser.setCookie('signet', madeUp);
    await askForCode(world, browser, freshEmail());
    expect(browser.cookie('signet')).not.toBe(madeUp);
  });

  it('B12: the cookie is out of reach of scripts and of other sites’ posts', async () => {
    const answer = await fetch(`${world.origin}/passkey/sign-in/options`, { method: 'POST' });
    expect(answer.status).toBe(403); // no session for who has no page of ours
    const { browser } = await makeAccount(world);
    const signedOut = await fetch(`${world.origin}/?lang=en`);
    for (const line of signedOut.headers.getSetCookie()) {
      expect(line).toMatch(/HttpOnly/i);
      expect(line).toMatch(/SameSite=(Lax|Strict)/i);
    }
    expect(browser.cookie('signet')).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
  });
});
