import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let browser: Browser;
beforeAll(async () => {
  world = await startRevenueWorld();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** What waits in the tab's storage when the next page begins. */
declare global {
  var waiting: string | undefined;
}

async function open(path: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.waiting = JSON.stringify(sessionStorage);
  });
  world.signet.visitor = jose;
  await page.goto(`${world.revenue.origin}/sign-in?return_to=${path}`);
  return page;
}

async function toSpanish(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL(`${world.revenue.origin}${path}?lang=es`);
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
}

const account = { routing: '990000013', account: '70048210092', again: '70048210092' };

it('finding P15: a switch of language keeps a choice, hands no bank account number on, and says where to type it again', async () => {
  const page = await open('/bank-accounts/new');
  for (const [name, value] of Object.entries(account)) await page.fill(`#${name}`, value);
  await page.locator('[name=kind][value=savings]').check();
  await toSpanish(page, '/bank-accounts/new');
  expect(await page.locator('[name=kind][value=savings]').isChecked()).toBe(true);
  expect(await page.inputValue('#account')).toBe('');
  const notes = page.locator('[id$=-emptied]');
  expect(await notes.count()).toBe(3);
  expect(await page.locator('#account-emptied').textContent()).toContain('Cambió de idioma');
  expect(await page.getAttribute('#account', 'aria-describedby')).toContain('account-emptied');
  const waiting = await page.evaluate(() => globalThis.waiting ?? '');
  expect(waiting).toContain('savings');
  expect(waiting).not.toMatch(/990000013|70048210092|form_token/);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  expect(await notes.count()).toBe(0);
  await page.context().close();
});

it('finding P15: a switch on the form and on its check page keeps what is to be paid', async () => {
  const page = await open('/bank-accounts/new');
  for (const [name, value] of Object.entries(account)) await page.fill(`#${name}`, value);
  await page.locator('[name=kind]').first().check();
  await page.locator('main button').first().click();
  await page.goto(`${world.revenue.origin}/payments/new`);
  const estimated = page.locator('[name=what][value^=estimated]').last();
  const what = await estimated.getAttribute('value');
  await estimated.check();
  await page.fill('#amount', '123.45');
  await toSpanish(page, '/payments/new');
  const typed = async () => [
    await page.locator('[name=what]:checked').getAttribute('value'),
    await page.inputValue('#amount'),
  ];
  expect(await typed()).toEqual([what, '123.45']);
  await page.locator('main button').first().click();
  expect(page.url()).toContain('/payments/check');
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(`${world.revenue.origin}/payments/new?lang=en`);
  expect(await typed()).toEqual([what, '123.45']);
  await page.context().close();
});
