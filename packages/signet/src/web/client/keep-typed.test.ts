import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { type Gallery, openGallery } from '../../../../../test/support/sites/gallery-site.tsx';

import { words } from '../locales/index.ts';

let gallery: Gallery;
let browser: Browser;
beforeAll(async () => {
  [gallery, browser] = await Promise.all([openGallery(), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const { frame: say } = words('es').common;
const secrets = { password: 'correct horse battery', code: '314159', letter: 'K7QX-2MPD' };

/** What waits in the tab's storage when the next page begins. */
declare global {
  var waiting: string | undefined;
}

async function openFields(
  options: { script?: boolean } = {},
): Promise<{ context: BrowserContext; tab: Tab }> {
  const context = await browser.newContext({ javaScriptEnabled: options.script !== false });
  const tab = await context.newPage();
  tab.setDefaultTimeout(5000);
  await tab.addInitScript(() => {
    globalThis.waiting = JSON.stringify(sessionStorage);
  });
  await tab.goto(`${gallery.url}/fields`);
  for (const [name, value] of Object.entries({
    email: 'ana@people.example',
    phone: '202 555 0101',
    zip: '00012',
    'birth-day': '14',
    note: 'Two lines,\nand an ñ.',
    ...secrets,
  }))
    await tab.locator(`[name="${name}"]`).fill(value);
  await tab.locator('[name="state"]').selectOption('JE');
  await tab.locator('[name="path"][value="passport"]').check({ force: true }); // the tile's label lies over it
  await tab.locator('[name="extras"][value="mail"]').uncheck({ force: true });
  await tab.locator('[name="extras"][value="person"]').check({ force: true });
  return { context, tab };
}

const toSpanish = (tab: Tab) => tab.getByRole('link', { name: 'Español' }).click();

/** What the form would send. */
const typedIn = (tab: Tab) =>
  tab.locator('main form').evaluate((form) => {
    const data = [...new FormData(form as HTMLFormElement)].filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(data.map(([name, value]) => [name, String(value).replaceAll('\r\n', '\n')]));
  });

describe('finding P15: a switch of language', () => {
  it('keeps what was typed and chosen, and what was taken back', async () => {
    const { context, tab } = await openFields();
    await toSpanish(tab);
    await tab.waitForURL('**/fields?lang=es');
    expect(await tab.locator('html').getAttribute('lang')).toBe('es');
    expect(await typedIn(tab)).toMatchObject({
      email: 'ana@people.example',
      phone: '202 555 0101',
      zip: '00012',
      'birth-day': '14',
      note: 'Two lines,\nand an ñ.',
      state: 'JE',
      path: 'passport',
      extras: 'person',
      password: '',
      code: '',
      letter: '',
    });
    await context.close();
  });

  it('says beside each secret that was typed that it is empty again, and beside no other field', async () => {
    const { context, tab } = await openFields();
    await tab.locator('[name="letter"]').fill('');
    await toSpanish(tab);
    await tab.waitForURL('**/fields?lang=es');
    const notes = tab.locator('.signet-emptied');
    expect(await notes.allTextContents()).toEqual([say.emptied, say.emptied]);
    for (const name of ['password', 'code']) {
      const described = await tab.locator(`[name="${name}"]`).getAttribute('aria-describedby');
      expect(described?.split(' ')).toContain(`${name}-emptied`);
      expect(await tab.locator(`#${name}-emptied`).isVisible()).toBe(true);
    }
    await tab.reload();
    expect(await notes.count()).toBe(0);
    await context.close();
  });

  it('says of a secret field that the page fills in itself what was typed over it is lost, and nothing else', async () => {
    const { context, tab } = await openFields();
    for (const name of ['password', 'code', 'letter']) await tab.locator(`[name="${name}"]`).fill('');
    await tab.locator('[name="last-name"]').fill('Núñez');
    await toSpanish(tab);
    await tab.waitForURL('**/fields?lang=es');
    expect(await tab.locator('.signet-emptied').allTextContents()).toEqual([say.emptied]);
    expect(await tab.locator('#last-name-emptied').isVisible()).toBe(true);
    expect(await typedIn(tab)).toMatchObject({ 'first-name': 'JOSE', 'last-name': 'NUNEZ' });
    await context.close();
  });

  it('attack, a shared computer: no secret waits in the browser or stands in the address, and nothing stays', async () => {
    const { context, tab } = await openFields();
    await tab.getByRole('button', { name: /^Show/ }).click(); // the password is then a text field
    await toSpanish(tab);
    await tab.waitForURL('**/fields?lang=es');
    const waiting = await tab.evaluate(() => globalThis.waiting ?? '');
    expect(waiting).toContain('ana@people.example');
    for (const secret of Object.values(secrets)) expect(waiting).not.toContain(secret);
    expect(tab.url()).toBe(`${gallery.url}/fields?lang=es`);
    expect(await tab.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    await tab.reload();
    expect((await typedIn(tab)).email).not.toBe('ana@people.example');
    await context.close();
  });

  it('fills in no other page, and no page later on', async () => {
    const { context, tab } = await openFields();
    await tab.evaluate(() => {
      document.addEventListener('click', (event) => event.preventDefault()); // the press leads nowhere
    });
    await toSpanish(tab);
    await tab.goto(`${gallery.url}/sign-in`);
    expect(await tab.locator('[name="email"]').inputValue()).toBe('');
    await tab.goto(`${gallery.url}/fields`);
    expect(await tab.locator('[name="zip"]').inputValue()).toBe('');
    await context.close();
  });

  it('works without script, on an empty form', async () => {
    const { context, tab } = await openFields({ script: false });
    await toSpanish(tab);
    expect(await tab.locator('html').getAttribute('lang')).toBe('es');
    expect(await tab.locator('[name="zip"]').inputValue()).toBe('');
    await context.close();
  });
});
