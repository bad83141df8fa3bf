import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { pageFaults, pageFaultsAtBothWidths } from '../../../test/support/browser/page-faults.ts';
import { ana, jose, nora, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

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

const visits = [
  { path: '/', as: undefined },
  { path: '/signed-out', as: undefined },
  { path: '/account', as: undefined }, // not signed in
  { path: '/sign-in-problem/access-denied', as: undefined },
  { path: '/sign-in-problem/signet-unavailable', as: undefined },
  { path: '/nowhere', as: undefined },
  { path: '/refund', as: undefined },
  { path: '/account', as: ana },
  { path: '/account?year=2023', as: ana },
  { path: '/transcripts', as: ana },
  { path: '/filings', as: ana },
  { path: '/letters', as: ana },
  { path: '/letters/ask', as: ana },
  { path: '/profile', as: ana },
  { path: '/professionals', as: ana },
  { path: '/professionals/new', as: ana },
  { path: '/payments', as: ana },
  { path: '/plans', as: ana },
  { path: '/plans/new', as: ana },
  { path: '/payments/new', as: ana },
  { path: '/bank-accounts', as: ana },
  { path: '/bank-accounts/new', as: ana },
  { path: `/transcripts/account/${new Date().getFullYear() - 2}`, as: ana },
  { path: `/transcripts/wage-and-income/${new Date().getFullYear() - 2}/whole`, as: ana },
  { path: '/no-record', as: nora },
] as const;

async function faultsOf(context: BrowserContext, address: string): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(address);
  const faults = await pageFaultsAtBothWidths(page);
  await page.close();
  return faults;
}

/** A few pages of one visitor at a time: a test takes seconds on a small machine too. */
const rounds = [undefined, ana, nora].flatMap((visitor) => {
  const paths = visits.filter(({ as }) => as === visitor).map(({ path }) => path);
  const starts = [...paths.keys()].filter((at) => at % 6 === 0);
  return starts.map((at) => ({
    visitor,
    who: visitor?.sub ?? 'anybody',
    paths: paths.slice(at, at + 6),
  }));
});

describe.each(['en', 'es'])(
  'axe finds nothing and nothing scrolls sideways at 320 and 1280 px, in %s',
  (locale) => {
    it.each(rounds)('for $who: $paths', async ({ visitor, paths }) => {
      const context = await browser.newContext({ locale, bypassCSP: true });
      if (visitor !== undefined) {
        world.signet.visitor = visitor;
        const page = await context.newPage();
        await page.goto(`${world.revenue.origin}/sign-in`);
        await page.close();
      }
      const faults: string[] = [];
      for (const path of paths) {
        const found = await faultsOf(context, `${world.revenue.origin}${path}`);
        faults.push(...found.map((fault) => `${path} ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    });
  },
);

describe.each([
  ['es', 320],
  ['en', 1280],
] as const)(
  'axe finds nothing and nothing scrolls sideways on the way through a form, in %s at %i px',
  (locale, width) => {
    /** Presses the page's first button, time and again, after what `fill` does; each page that comes must be sound. */
    async function walk(way: string, fills: readonly ((page: Page) => Promise<void>)[], ends: string) {
      const context = await browser.newContext({ locale, viewport: { width, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      world.signet.visitor = jose;
      await page.goto(`${world.revenue.origin}/sign-in?return_to=${way}`);
      const faults: string[] = [];
      for (const fill of fills) {
        await fill(page);
        await page.locator('main button').first().click();
        faults.push(...(await pageFaults(page)).map((fault) => `${page.url()} ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(await page.locator('main').innerText()).toContain(ends);
      await context.close();
    }

    const nothing = async () => undefined;

    it('a letter: nothing chosen, a year without a return, and the letter', () =>
      walk(
        '/letters/ask',
        [
          nothing,
          async (page) => {
            await page.check('[value=filing-proof]');
            await page
              .locator('.choice', { hasText: /No return on file|Sin declaración registrada/ })
              .locator('input')
              .first()
              .check();
          },
          (page) => page.locator('[name=year]').nth(1).check(),
        ],
        'Jos••• Núñe•••',
      ));

    it('a tax professional: nothing filled in, and the look at whose number it is', () =>
      walk(
        '/professionals/new',
        [
          nothing,
          async (page) => {
            await page.fill('#number', 'P20000017');
            await page.locator('[name=scopes-transcripts]').check();
          },
        ],
        'Maren Osei',
      ));
  },
);

it('WCAG 2.2.1: warns before the session ends, and one press keeps it', async () => {
  world.signet.visitor = ana;
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && refused.push(message.text())));
  await page.clock.install();
  await page.goto(`${world.revenue.origin}/sign-in`);
  await page.clock.runFor(13 * 60_000 - 1000);
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
  await page.clock.runFor(2000);
  const kept = page.waitForResponse(`${world.revenue.origin}/session`);
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  expect((await kept).status()).toBe(204);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.clock.runFor(15 * 60_000 + 1000);
  await page.waitForURL('**/signed-out?away=1&return_to=*');
  expect(refused).toEqual([]);
  await context.close();
});

it('keyboard: the first Tab offers to skip to the content, and sign-out needs only Enter', async () => {
  world.signet.visitor = ana;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${world.revenue.origin}/sign-in`);
  await page.keyboard.press('Tab');
  expect(await page.getByRole('link', { name: 'Skip to main content' }).isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${world.signet.issuer}/**`);
  await context.close();
});
