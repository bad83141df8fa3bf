import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { sendJson } from '../support/visitors/passkey-visitor.ts';
import {
  askForCode,
  emailedCode,
  makeAccount,
  submit,
  totpKeyIn,
} from '../support/visitors/signet-visitor.ts';
import { goodPassword } from '../support/worlds/authentication-world.ts';

const brand = 'Alder Pass';
const theBrandOfDefault = /\bSignet\b/;

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet({ environment: { SIGNET_BRAND: brand } });
});
afterAll(() => world.close());

const forEverybody = [
  '/',
  '/help',
  '/privacy',
  '/sign-in',
  '/sign-up',
  '/signed-out',
  '/recover',
  '/not-me',
  '/trust-framework/sandbox',
  '/assurance/ial2-aal2',
  '/no-such-page',
];
const forOne = [
  '/account',
  '/account/agencies',
  '/account/contact',
  '/account/data',
  '/account/devices',
  '/account/history',
  '/account/ways',
  '/account/data/name',
  '/account/data/download',
  '/account/close',
  '/verify',
];

async function expectBranded(browser: CookieBrowser, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const lang of ['en', 'es']) {
      const { body } = await browser.visit(`${world.origin}${path}?lang=${lang}`);
      expect(body, `${path} in ${lang}`).toContain(brand);
      expect(theBrandOfDefault.exec(body)?.[0], `${path} in ${lang}`).toBeUndefined();
    }
  }
}

it('names the service as the operator does on every page that anybody sees', async () => {
  await expectBranded(new CookieBrowser(), forEverybody);
});

it('names it so on the pages of an account, and in every mail on the way there', async () => {
  const visitor = await makeAccount(world);
  await expectBranded(visitor.browser, forOne);
  const mails = await world.mailTo(visitor.email);
  expect(mails.length).toBeGreaterThan(1);
  for (const { subject, text } of mails) {
    expect(`${subject}\n${text}`).toContain(brand);
    expect(`${subject}\n${text}`).not.toMatch(theBrandOfDefault);
  }
});

it('names it so in an authenticator app and beside a passkey', async () => {
  const browser = new CookieBrowser();
  const { body } = await askForCode(world, browser, 'brand@mail.example');
  expect(body).toContain(brand);
  const codePage = await browser.visit(`${world.origin}/sign-up/code`);
  const code = await emailedCode(world, 'brand@mail.example');
  const passwordPage = await submit(browser, codePage, '/sign-up/code', { code });
  await submit(browser, passwordPage, '/sign-up/password', { password: goodPassword });
  const app = await browser.visit(`${world.origin}/sign-up/app`);
  expect(totpKeyIn(app)).not.toBe('');
  expect(app.body).toContain(`issuer=${encodeURIComponent(brand)}`);
  expect(app.body).not.toMatch(theBrandOfDefault);
  const { body: passkey } = await sendJson(world, browser, '/passkey/register/options', {});
  expect(passkey.rp.name).toBe(brand);
});
