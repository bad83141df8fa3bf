import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAuthenticator, type VirtualAuthenticator } from '../journey/virtual-authenticator.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { freshEmail } from '../support/visitors/signet-visitor.ts';
import { codeIn, goodPassword } from '../support/worlds/authentication-world.ts';
import { finder } from './accessibility/look.ts';

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

const newPage = async (options: BrowserContextOptions = {}): Promise<Page> =>
  (await browser.newContext({ locale: 'en-US', ...options })).newPage();

const send = (page: Page, action: string) =>
  Promise.all([
    page.waitForEvent('load'),
    page.locator(`form[action="${action}"] button[type="submit"]`).first().click(),
  ]);

/** As far as the page that asks for a first password or passkey. Gives the address. */
async function confirmAddress(page: Page): Promise<string> {
  const email = freshEmail();
  await page.goto(`${world.origin}/sign-up`);
  await page.fill('[name="email"]', email);
  await send(page, '/sign-up');
  const mail = (await world.mailTo(email)).at(-1);
  await page.fill('[name="code"]', mail ? codeIn(mail) : '');
  await send(page, '/sign-up/code');
  await page.waitForURL('**/sign-up/password');
  return email;
}

/** The button of a passkey, touched as often as it is asked for. */
async function touch(page: Page, device: VirtualAuthenticator, name: string, then: RegExp): Promise<void> {
  await device.touch(true);
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForURL(then);
  await device.touch(false);
}

/** Most authenticators say that they have PRF when a passkey is made, and give its output to a sign-in only. */
const prfToSignInsOnly = (page: Page) =>
  page.addInitScript(() => {
    const given = PublicKeyCredential.prototype.getClientExtensionResults;
    PublicKeyCredential.prototype.getClientExtensionResults =
      function extensions(): AuthenticationExtensionsClientOutputs {
        const made = this.response instanceof AuthenticatorAttestationResponse;
        return made ? { prf: { enabled: true } } : given.call(this);
      };
    PublicKeyCredential.isConditionalMediationAvailable = async () => false; // nothing waits in the background
  });

const mainText = (page: Page): Promise<string> => page.locator('main').innerText();

describe('finding B-2: what a password manager saves', () => {
  /** The user name that stands before the new password in its form, as managers look for it. */
  const savedAs = (page: Page) =>
    page.locator('[autocomplete="new-password"]').evaluate((field) => {
      const form = (field as HTMLInputElement).form;
      const fields = [...(form?.elements ?? [])] as HTMLInputElement[];
      const names = fields.slice(0, fields.indexOf(field as HTMLInputElement));
      const name = names.findLast((one) => one.autocomplete === 'username');
      return {
        name: name?.value,
        seen: name?.checkVisibility(),
        sent: [...new FormData(form ?? undefined).keys()],
      };
    });

  it('has the address, on both pages that set a password, and after a refused one', async () => {
    const page = await newPage();
    const device = await addAuthenticator(page);
    const email = await confirmAddress(page);
    const expected = { name: email, seen: false, sent: ['csrf', 'request', 'password'] };
    expect(await savedAs(page)).toEqual(expected);
    await page.fill('[name="password"]', 'short');
    await send(page, '/sign-up/password');
    expect(await savedAs(page)).toEqual(expected);
    await touch(page, device, 'Create a passkey', /recovery-codes/);
    await send(page, '/recovery-codes/saved');
    await page.goto(`${world.origin}/account/password`);
    expect(await savedAs(page)).toEqual(expected);
    await page.fill('[name="password"]', 'short');
    await send(page, '/account/password');
    expect(await savedAs(page)).toEqual(expected);
    await page.context().close();
  });
});

describe('finding B-4: a passkey that is stored, and whose second step comes to nothing', () => {
  const refusals: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    [
      'is refused by the server',
      (page) =>
        page.route('**/passkey/register/verify*', (route) => {
          const body = route.request().postDataJSON();
          if (body.purpose === 'prf') body.response.response.signature = 'AAAA';
          return route.continue({ postData: JSON.stringify(body) });
        }),
    ],
    [
      'gives what is no key',
      (page) =>
        page.addInitScript(() => {
          PublicKeyCredential.prototype.getClientExtensionResults = () => ({
            prf: { enabled: true, results: { first: new Uint8Array(5) } },
          });
        }),
    ],
    [
      'never reaches the server',
      async (page) => {
        await page.route('**/passkey/register/verify*', (route) =>
          route.request().postDataJSON().purpose === 'prf' ? route.abort() : route.continue(),
        );
      },
    ],
  ];

  it.each(refusals)(
    '%s: a new account is told so, goes on, and its codes open the vault',
    async (_name, spoil) => {
      const page = await newPage();
      const found = finder('en');
      await prfToSignInsOnly(page);
      await spoil(page);
      const device = await addAuthenticator(page);
      await confirmAddress(page);
      await touch(page, device, 'Create a passkey', /passkey\/stored$/);
      expect(await page.textContent('h1')).toBe('Your passkey is saved');
      expect(await mainText(page)).toContain('A password or a recovery code opens it.');
      await found.look(page, 'a stored passkey');
      await page.getByRole('link', { name: 'Continue' }).click();
      await page.waitForURL('**/recovery-codes');
      await send(page, '/recovery-codes');
      const code = await page.locator('.signet-recovery-codes code').first().innerText();
      await send(page, '/recovery-codes/saved');
      await page.goto(`${world.origin}/account/ways`);
      expect(await page.locator('.signet-ways li').count()).toBe(1);
      expect(await mainText(page)).toContain('Signs you in, and does not open your verified information');

      await page.goto(`${world.origin}/`);
      await send(page, '/sign-out');
      await page.goto(`${world.origin}/sign-in`);
      await touch(page, device, 'Sign in with a passkey', /\/account$/);
      await page.goto(`${world.origin}/sign-in/open-vault`);
      await page.fill('form[action="/sign-in/open-vault/code"] [name="code"]', code);
      await send(page, '/sign-in/open-vault/code');
      expect(new URL(page.url()).pathname).toBe('/account');
      expect(found.faults).toEqual([]);
      await page.context().close();
    },
  );

  it('an account that is finished is offered a password and recovery codes, in Spanish too', async () => {
    const page = await newPage();
    const device = await addAuthenticator(page);
    await confirmAddress(page);
    await touch(page, device, 'Create a passkey', /recovery-codes/);
    await send(page, '/recovery-codes/saved');
    await prfToSignInsOnly(page);
    await refusals[0]?.[1](page);
    const key = await addAuthenticator(page, { plugged: true });
    await page.goto(`${world.origin}/account/ways`);
    await touch(page, key, 'Add a security key', /passkey\/stored/);
    await page.goto(`${page.url()}&lang=es`);
    expect(await page.textContent('h1')).toBe('Su llave de acceso está guardada');
    const ways = page.locator('main .signet-ways-out a');
    expect(await ways.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      '/account/password',
      '/recovery-codes',
    ]);
    await page.getByRole('link', { name: 'Continuar' }).click();
    await page.waitForURL('**/account/ways?done=passkey');
    expect(await page.locator('.signet-ways li').count()).toBe(2);
    await page.context().close();
  });
});

describe('finding B-6: a browser without passkeys', () => {
  const fingers = { en: /fingerprint/, es: /huella/ } as const;
  const cannot = {
    en: 'This browser cannot use passkeys. Choose another way.',
    es: 'Este navegador no puede usar llaves de acceso. Elija otra manera.',
  } as const;

  const without = async (script = true): Promise<Page> => {
    const page = await newPage({ javaScriptEnabled: script });
    if (script)
      await page.addInitScript(() =>
        Object.defineProperty(window, 'PublicKeyCredential', { value: undefined }),
      );
    return page;
  };

  it.each([
    ['en', true],
    ['es', true],
    ['en', false],
    ['es', false],
  ] as const)('is told so and of no fingerprint, in %s, script: %s', async (lang, script) => {
    const page = await without(script);
    await page.goto(`${world.origin}/sign-in?lang=${lang}`);
    expect(await mainText(page)).toContain(cannot[lang]);
    expect(await mainText(page)).not.toMatch(fingers[lang]);
    await page.goto(`${world.origin}/sign-up`);
    await confirmAddress(page);
    expect(await mainText(page)).toContain(cannot[lang]);
    expect(await mainText(page)).not.toMatch(fingers[lang]);
    await page.fill('[name="password"]', goodPassword);
    await send(page, '/sign-up/password');
    expect(new URL(page.url()).pathname).toBe('/sign-up/second');
    expect(await mainText(page)).toContain(cannot[lang]); // and the app stands above
    await page.context().close();
  });

  it('a browser that has them is told of them, and of nothing that it cannot do', async () => {
    const page = await newPage();
    await page.goto(`${world.origin}/sign-in`);
    expect(await mainText(page)).toMatch(fingers.en);
    expect(await mainText(page)).not.toContain('cannot use passkeys');
    await page.context().close();
  });

  it('is told once, and of no other way where there is none', async () => {
    const page = await newPage();
    const device = await addAuthenticator(page);
    const email = await confirmAddress(page);
    await touch(page, device, 'Create a passkey', /recovery-codes/);
    await send(page, '/recovery-codes/saved');
    await page.goto(`${world.origin}/account/password`);
    await page.fill('[name="password"]', goodPassword);
    await send(page, '/account/password');
    const other = await without();
    await other.goto(`${world.origin}/sign-in`);
    await other.fill('[name="email"]', email);
    await other.fill('[name="password"]', goodPassword);
    await send(other, '/sign-in');
    expect(new URL(other.url()).pathname).toBe('/sign-in/code');
    expect(await mainText(other)).toContain(cannot.en);
    await page.addInitScript(() =>
      Object.defineProperty(window, 'PublicKeyCredential', { value: undefined }),
    );
    await page.goto(`${world.origin}/account/ways`);
    const said = (await mainText(page)).split('This browser cannot use passkeys.');
    expect(said).toHaveLength(2);
    expect(said[1]).toMatch(/^ Try another browser or another device\./);
    await page.context().close();
    await other.context().close();
  });
});
