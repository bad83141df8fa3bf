import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser/browser.ts';
import { authorizationUrl, newFlow } from '../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { makeAccount, nextCode } from '../support/visitors/signet-visitor.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: TestSignet;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startSignet(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const banner = 'You are signing in to';
const says = async (page: Page): Promise<string> => page.locator('header').innerText();
const send = (page: Page, action: string) =>
  Promise.all([page.waitForEvent('load'), page.locator(`form[action="${action}"] button`).last().click()]);

it('finding P13, B-1: a sign-in from a bookmark is of no agency, beside a tab that is on the way to one', async () => {
  const someone = await makeAccount(world);
  const context = await browser.newContext();
  const [asked, bookmark] = [await context.newPage(), await context.newPage()];
  const way = (await authorizationUrl(world, newFlow(world.permits))).href;
  await asked.goto(way);
  expect(await says(asked)).toContain(banner);

  await bookmark.goto(`${world.origin}/sign-in`); // as by a bookmark: no site led there
  expect(await says(bookmark)).not.toContain(banner);
  expect(await says(bookmark)).toContain('Continue signing in to the Office of permits');
  await asked.reload(); // the tab that was used last is on the way
  expect(await says(asked)).toContain(banner);

  await bookmark.fill('[name="email"]', someone.email);
  await bookmark.fill('[name="password"]', someone.password);
  await send(bookmark, '/sign-in');
  await bookmark.fill('[name="code"]', nextCode(someone));
  await send(bookmark, '/sign-in/code');
  expect(new URL(bookmark.url()).pathname).toBe('/account');
  await asked.reload();
  expect(await says(asked)).toContain(banner);
  await context.close();
});

it('a page on the way stays so when it is loaded again, and after a link', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto((await authorizationUrl(world, newFlow(world.permits))).href);
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.waitForURL('**/sign-up');
  expect(await says(page)).toContain(banner);
  await page.reload();
  expect(await says(page)).toContain(banner);
  await page.goBack();
  await page.goForward();
  expect(await says(page)).toContain(banner);
  await page.context().close();
});
