import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { pageFaultsAtBothWidths } from '../../../test/support/browser/page-faults.ts';
import { agent, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

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

async function faultsOf(page: Page): Promise<string[]> {
  return (await pageFaultsAtBothWidths(page)).map((fault) => `${page.url()} ${fault}`);
}

it.each(['en', 'es'])(
  'an agent’s whole way: axe finds nothing, nothing scrolls sideways at 320 and 1280 px, in %s',
  async (locale) => {
    const { origin, staff } = world.revenue;
    const context = await browser.newContext({ locale, bypassCSP: true });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async () => void faults.push(...(await faultsOf(page)));
    const press = async () => {
      await page.locator('main button').click();
      await look();
    };
    const ask = async (number: string) => {
      await page.goto(`${origin}/staff`);
      await page.fill('#number', number);
      await page.check('#reason');
      await press();
    };

    await page.goto(`${origin}/staff`); // not signed in
    await look();
    world.signet.visitor = agent(locale);
    await page.goto(`${origin}/staff/sign-in?return_to=/staff/enroll`);
    await page.fill('#code', 'WRONG');
    await press();
    await page.fill('#code', (await staff.invite()).code);
    await press();
    await press(); // neither number nor reason
    await ask('12345');
    await ask('4100327784');
    expect(await page.locator('main').innerText()).toContain('XXX-XX-3417');
    for (const path of ['problem/level-too-low', 'signed-out', 'nowhere']) {
      await page.goto(`${origin}/staff/${path}`);
      await look();
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);
