import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addAuthenticator, type VirtualAuthenticator } from '../journey/virtual-authenticator.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { authorizationUrl, newFlow } from '../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { freshEmail } from '../support/visitors/signet-visitor.ts';
import { codeIn, goodPassword } from '../support/worlds/authentication-world.ts';
import { type Finder, finder } from './accessibility/look.ts';

vi.setConfig({ testTimeout: 180_000 });

let world: TestSignet;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startSignet(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A person in a browser of their own, in which what passkey providers are told is written down. */
async function person(lang: 'en' | 'es') {
  const context = await browser.newContext({ locale: lang === 'en' ? 'en-US' : 'es-US' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const name of ['signalAllAcceptedCredentials', 'signalCurrentUserDetails'])
      Object.assign(PublicKeyCredential, {
        [name]: async (what: object) => void told.push({ name, ...what }),
      });
  });
  const go = (path: string) => page.goto(`${world.origin}${path}`);
  return { page, go, email: freshEmail() };
}

const press = (page: Page, name: string | RegExp) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);

/** A passkey's button: the page goes on by itself once the device answered. */
async function touch(
  page: Page,
  authenticator: VirtualAuthenticator,
  name: string,
  then: RegExp,
): Promise<void> {
  await authenticator.touch(true);
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForURL(then);
  await authenticator.touch(false);
}

/** An agency sends the browser here and demands AAL3. */
const atAal3 = async (page: Page): Promise<void> => {
  const flow = newFlow(world.permits, { acr_values: 'http://idmanagement.gov/ns/assurance/aal/3' });
  await page.goto((await authorizationUrl(world, flow)).href);
  await page.waitForURL('**/sign-in/key-needed');
};

/** Nothing but an address and this device: no password anywhere. */
async function joinWithPasskey(
  { page, go, email }: Awaited<ReturnType<typeof person>>,
  device: VirtualAuthenticator,
): Promise<void> {
  await go('/sign-up');
  await page.fill('[name="email"]', email);
  await page.locator('form[action="/sign-up"] button').click();
  await page.waitForURL('**/sign-up/code');
  const mail = (await world.mailTo(email)).at(-1);
  await page.fill('[name="code"]', mail ? codeIn(mail) : '');
  await page.locator('form[action="/sign-up/code"] button').first().click();
  await page.waitForURL('**/sign-up/password');
  await touch(page, device, 'Create a passkey', /recovery-codes/);
  await press(page, 'I have saved my codes');
}

it('B1, B11: an account of passkeys alone: a second one, names, confirming, removing, coming back', async () => {
  const someone = await person('en');
  const { page, go } = someone;
  const laptop = await addAuthenticator(page);
  const found = finder('en');
  await joinWithPasskey(someone, laptop);
  await go('/account/ways');
  expect(await page.locator('.signet-ways li').count()).toBe(1);
  expect(await page.textContent('main')).toContain('You have one passkey. Add another');
  expect(await page.textContent('main')).toContain('You have no password.');
  await found.look(page, 'one passkey');
  await world.ageAuthentications(16 * 60);
  await world.leaveSessions(16 * 60); // too long for AAL3
  await atAal3(page);
  expect(await page.textContent('main')).toContain('These of yours will do');
  await found.look(page, 'a key that will do');
  await touch(page, laptop, 'Use my key', /\/interaction\//);
  await go('/account/ways');

  const key = await addAuthenticator(page, { plugged: true });
  await touch(page, key, 'Add a security key', /done=passkey/);
  expect(await page.locator('.signet-ways li').count()).toBe(2);
  expect(await page.locator('.signet-ways li').last().textContent()).toContain('Security key');
  await found.look(page, 'two passkeys');

  await page
    .getByRole('link', { name: /Change name/ })
    .first()
    .click();
  await page.fill('[name="name"]', 'a'.repeat(61));
  await press(page, 'Save');
  await found.look(page, 'a name that is too long', { wrong: true });
  await page.fill('[name="name"]', 'Old laptop');
  await press(page, 'Save');
  expect(await page.locator('.signet-ways h3').first().textContent()).toBe('Old laptop');

  await world.ageAuthentications(20 * 60);
  await page.getByRole('link', { name: 'Remove Old laptop' }).click();
  await page.waitForURL('**/sign-in/confirm**');
  await found.look(page, 'confirm with a passkey');
  await touch(page, key, 'Use my passkey', /\/remove$/);
  await found.look(page, 'remove a passkey');
  await press(page, 'Remove it');
  expect(await page.textContent('main')).toContain('It was removed');
  const told = await page.evaluate(() => Reflect.get(window, 'told'));
  expect(told).toMatchObject([
    { name: 'signalAllAcceptedCredentials', allAcceptedCredentialIds: [expect.any(String)] },
    { name: someone.email, displayName: someone.email },
  ]);

  await page
    .getByRole('link', { name: /^Remove/ })
    .first()
    .click();
  expect(await page.textContent('h1')).toContain('You cannot remove');
  await found.look(page, 'the last way stays');

  await world.leaveSessions(2 * 3600);
  await go('/account/ways');
  expect(await page.textContent('h1')).toBe('Welcome back');
  await found.look(page, 'welcome back, with a passkey');
  await touch(page, key, 'Use my passkey', /\/account\/ways$/);
  expect(found.faults).toEqual([]);
});

it('B10: a key that asks for no PIN stands beside the password, and opens nothing alone', async () => {
  const someone = await person('en');
  const { page, go, email } = someone;
  const laptop = await addAuthenticator(page);
  await joinWithPasskey(someone, laptop);
  await go('/account/password');
  await page.fill('[name="password"]', goodPassword);
  await press(page, 'Save this password');
  const key = await addAuthenticator(page, { plugged: true, verifies: false, prf: false });
  await touch(page, key, 'Add a security key', /done=passkey/);
  expect(await page.locator('.signet-ways li').last().textContent()).toContain('Does not ask for a PIN');
  await press(page, 'Sign out');
  await go('/sign-in');
  await page.fill('[name="email"]', email);
  await page.fill('[name="password"]', goodPassword);
  await page.locator('form[action="/sign-in"] button').last().click();
  await page.waitForURL('**/sign-in/code');
  await touch(page, key, 'Use my passkey', /\/account$/);
});

/** Every page of it as somebody meets it who reads Spanish, with what is typed wrong. */
async function looksInSpanish(found: Finder): Promise<void> {
  const someone = await person('en');
  const { page, go } = someone;
  const laptop = await addAuthenticator(page, { synced: true });
  await joinWithPasskey(someone, laptop);
  await go('/account/password?lang=es');
  await page.fill('[name="password"]', goodPassword);
  await press(page, 'Guardar esta contraseña');
  await found.look(page, 'ways');
  await atAal3(page);
  expect(await page.textContent('main')).toContain('se copian entre sus dispositivos');
  await found.look(page, 'no key that will do');
  await go('/account/ways');
  const remove = page.getByRole('link', { name: /^Quitar/ });
  const paths = await remove.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of paths) {
    await go(path);
    await found.look(page, path.replace(/passkey\/[\w-]+/, 'passkey'));
  }
  await go(paths[0]?.replace('/remove', '/name') ?? '');
  await found.look(page, 'name');
  await world.ageAuthentications(20 * 60);
  await go('/sign-in/confirm?to=/account/ways');
  await found.look(page, 'confirm');
  await page.fill('[name="password"]', 'no es esta');
  await press(page, 'Continuar');
  await found.look(page, 'confirm, wrong', { wrong: true });
  await world.leaveSessions(2 * 3600);
  await go('/account/ways');
  await found.look(page, 'welcome back');
  await page.fill('[name="password"]', 'no es esta');
  await press(page, 'Continuar');
  await found.look(page, 'welcome back, wrong', { wrong: true });
}

it('WCAG 2.2 AA: the same pages in Spanish', async () => {
  const found = finder('es');
  await looksInSpanish(found);
  expect(found.faults).toEqual([]);
});
