import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { pageFaultsAtBothWidths } from '../../../test/support/browser/page-faults.ts';
import { summaryFocus } from '../../../test/support/browser/summary-focus.ts';
import { type BenefitsWorld, robin, startBenefitsWorld } from '../test-world.ts';

let world: BenefitsWorld;
let browser: Browser;
beforeAll(async () => {
  world = await startBenefitsWorld();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A whole visit of somebody new, each page and each of its errors; every page is looked at when it stands. */
async function visit(context: BrowserContext, look: (name: string, page: Page) => Promise<void>) {
  const page = await context.newPage();
  const go = async (name: string, path: string) => {
    await page.goto(`${world.benefits.origin}${path}`);
    await look(name, page);
  };
  const press = async (name: string, selector: string) => {
    await page.locator(selector).click();
    await page.waitForLoadState();
    await look(name, page);
  };
  await go('home', '/');
  await go('session-missing', '/welcome');
  await go('signed-out', '/signed-out');
  await go('access-denied', '/sign-in-problem/access-denied');
  await go('signet-unavailable', '/sign-in-problem/signet-unavailable');
  await go('not-found', '/nowhere');
  await go('welcome-first', '/sign-in');
  await go('service', '/service');
  await press('service-wrong', 'main button');
  await page.fill('#began', '2008-05-01');
  await page.fill('#ended', '2014-06-30');
  await press('welcome', 'main button');
  await go('claims-none', '/claims');
  await go('claim-form', '/claims/new/education');
  await press('claim-form-wrong', 'main button');
  await page.locator('input[name="contact"]').first().check();
  await press('claim-check', 'main button');
  await press('claim-filed', 'main button >> nth=0');
  await go('claims', '/claims');
  await go('welcome-claimed', '/welcome');
  await page.goBack();
  await page.locator('main .claims a').click();
  await press('claim-withdrawn', 'main button');
}

let visitors = 0;

it.each(['en', 'es'])(
  'axe finds nothing and nothing scrolls sideways at 320 and 1280 px, in %s',
  async (locale) => {
    world.signet.visitor = { ...robin, sub: `pages-${visitors++}` };
    const context = await browser.newContext({ locale });
    const faults: string[] = [];
    await visit(context, async (name, page) => {
      faults.push(...(await pageFaultsAtBothWidths(page)).map((fault) => `${name} ${fault}`));
    });
    await context.close();
    expect(faults).toEqual([]);
  },
);

it('works without JavaScript, from the first page to a claim that was taken back', async () => {
  world.signet.visitor = { ...robin, sub: `pages-${visitors++}` };
  const context = await browser.newContext({ javaScriptEnabled: false });
  const names: string[] = [];
  await visit(context, async (name) => void names.push(name));
  expect(names.at(-1)).toBe('claim-withdrawn');
  await context.close();
});

it.each([
  ['with script', true],
  ['without script', false],
])(
  'finding B-3: %s, a page that opens with a mistake has the focus on what is wrong',
  async (_how, script) => {
    world.signet.visitor = { ...robin, sub: `pages-${visitors++}` };
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    await page.goto(`${world.benefits.origin}/sign-in`);
    await page.goto(`${world.benefits.origin}/service`);
    await page.locator('main button').click();
    expect(await summaryFocus(page)).toEqual({ spoken: 'Please check this:', afterTab: '#began' });
    await page.context().close();
  },
);

it('finding B-5: with forced colors buttons keep their edge, and steps that are behind have a mark', async () => {
  world.signet.visitor = { ...robin, sub: `pages-${visitors++}` };
  const context = await browser.newContext({ forcedColors: 'active' });
  const faults: string[] = [];
  await visit(context, async (name, page) => {
    const found = await page.evaluate(() => {
      const content = (it: Element) => getComputedStyle(it, '::before').content;
      const edges = [...document.querySelectorAll('main .button')].map((it) => getComputedStyle(it));
      return {
        edgeless: edges.filter(
          (it) => it.borderTopStyle !== 'solid' || /^rgba.*, 0\)$/.test(it.borderTopColor),
        ).length,
        unmarked: [...document.querySelectorAll('.step-done')].filter((it) => !content(it).includes('✓'))
          .length,
        marked: [...document.querySelectorAll('.step:not(.step-done)')].filter((it) =>
          content(it).includes('✓'),
        ).length,
      };
    });
    faults.push(
      ...Object.entries(found).flatMap(([fault, count]) => (count ? [`${name}: ${count} ${fault}`] : [])),
    );
  });
  expect(faults).toEqual([]);
  await context.close();
});
