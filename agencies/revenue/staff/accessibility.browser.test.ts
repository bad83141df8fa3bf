import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`),
    ...(sideways ? [`${page.url()} scrolls sideways`] : []),
  ];
}

it.each([
  ['en', 320],
  ['es', 320],
  ['en', 1280],
  ['es', 1280],
] as const)(
  'an agent’s whole way: axe finds nothing, nothing scrolls sideways, in %s at %i px',
  async (locale, width) => {
    const { origin, staff } = world.revenue;
    const context = await browser.newContext({ locale, viewport: { width, height: 800 }, bypassCSP: true });
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
    world.signet.visitor = agent(`${locale}-${width}`);
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
