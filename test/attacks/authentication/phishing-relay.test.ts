import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { addPasskey, sendJson } from '../../support/visitors/passkey-visitor.ts';
import { askForCode, csrfIn, freshEmail, makeAccount } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

describe('attack, a page in the middle that relays what it is given', () => {
  it('B5: the mail with a code names the place to type it, and the agency that it is on the way to', async () => {
    const email = freshEmail();
    const browser = new CookieBrowser();
    await open(world, newFlow(world.permits), browser);
    const page = await askForCode(world, browser, email);
    await browser.post(`${world.origin}/sign-up/code/again`, { csrf: csrfIn(page) });
    const mails = await world.mailTo(email);
    expect(mails.length).toBeGreaterThan(0);
    for (const { text } of mails) {
      expect(text).toContain(`only on the page at ${new URL(world.origin).host}`);
      expect(text).toContain('on your way to the Office of permits');
      expect(text).toContain('We will never ask you for the code');
    }
  });

  it('B5: in Spanish too, and without an agency where there is none', async () => {
    const email = freshEmail();
    const browser = new CookieBrowser({ 'accept-language': 'es' });
    await askForCode(world, browser, email);
    const [mail] = await world.mailTo(email);
    expect(mail?.text).toContain(`solo en la página de ${new URL(world.origin).host}, donde lo pidió.`);
  });

  it('B1: a passkey’s answer that was given to another address is worth nothing here', async () => {
    const victim = await makeAccount(world);
    const authenticator = await addPasskey(world, victim.browser);
    for (const origin of [
      'https://signet.evil.example',
      `${world.origin}.evil.example`,
      'http://localhost:1',
    ]) {
      const relay = new CookieBrowser();
      const { body: options } = await sendJson(world, relay, '/passkey/sign-in/options', {});
      const answer = authenticator.get({ ...options, allowCredentials: [] }, { origin });
      const sent = await sendJson(world, relay, '/passkey/sign-in/verify', { purpose: 'signin', ...answer });
      expect([origin, sent.status]).toEqual([origin, 409]);
      expect((await relay.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
    }
  });
});
