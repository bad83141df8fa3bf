import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  emailedCode,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified } from '../../../../../../test/support/visitors/verified-visitor.ts';
import { words } from '../../locales/index.ts';

let signet: TestSignet;
beforeAll(async () => {
  signet = await startSignet();
});
afterAll(() => signet.close());

const { overview } = words('en').account;

/** With the mailbox and the app, on a new device; and a new password after it. */
async function recover(visitor: Visitor): Promise<CookieBrowser> {
  const browser = new CookieBrowser();
  const visit = (path: string) => browser.visit(signet.origin + path);
  const mailed = await submit(browser, await visit('/recover'), '/recover', { email: visitor.email });
  await submit(browser, mailed, '/recover/code', { code: await emailedCode(signet, visitor.email) });
  await submit(browser, await visit('/recover/app'), '/recover/app', { code: nextCode(visitor) });
  await submit(browser, await visit('/sign-up/password'), '/sign-up/password', {
    password: 'a lamp at dusk by the harbor',
  });
  const review = await visit('/continue');
  await submit(browser, review, '/recover/review');
  return browser;
}

it('right after a recovery says that what was verified is locked, and leads to what opens it', async () => {
  const browser = await recover(await makeVerified(signet));
  const account = await browser.visit(`${signet.origin}/account`);
  expect(account.url.pathname).toBe('/account');
  expect(account.body).toContain(overview.proven);
  expect(account.body).toContain(overview.locked);
  expect(account.body).toContain('href="/sign-in/open-vault?to=/account"');
});

it('calls it a first time in the session that made the account, and in none that a recovery began', async () => {
  const visitor = await makeAccount(signet);
  const made = await visitor.browser.visit(`${signet.origin}/account`);
  expect(made.body).toContain(overview.sessions.first);
  const account = await (await recover(visitor)).visit(`${signet.origin}/account`);
  expect(account.url.pathname).toBe('/account');
  expect(account.body).not.toContain(overview.sessions.first);
});
