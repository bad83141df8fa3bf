import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { axeFaults } from '../../../test/support/browser/page-faults.ts';
import { summaryFocus } from '../../../test/support/browser/summary-focus.ts';
import { ana, jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [world, browser] = await Promise.all([startRevenueWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function signedIn(path: string, visitor = jose, options: BrowserContextOptions = {}): Promise<Page> {
  page = await (await browser.newContext(options)).newPage();
  world.signet.visitor = visitor;
  await page.goto(`${world.revenue.origin}/sign-in?return_to=${path}`);
  return page;
}

const styleOf = (of: Locator, name: string, part?: string): Promise<string> =>
  of.evaluate((it, [key = '', pseudo]) => getComputedStyle(it, pseudo).getPropertyValue(key), [name, part]);

describe.each([
  ['with script', true],
  ['without script', false],
])('finding B-3: %s, a page that opens with a mistake has the focus on what is wrong', (_how, script) => {
  it.each([
    ['/letters/ask', '#kind'],
    ['/professionals/new', '#number'],
    ['/bank-accounts/new', '#routing'],
  ])('%s', async (path, first) => {
    await signedIn(path, jose, { javaScriptEnabled: script });
    await page.locator('main button').first().click();
    const { spoken, afterTab } = await summaryFocus(page);
    expect(spoken).toBe('There is a problem');
    expect(afterTab).toBe(first);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => `#${document.activeElement?.id}`)).toBe(first);
    await page.context().close();
  });

  it('/refund, where nothing fits', async () => {
    page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    const acr = 'http://idmanagement.gov/ns/assurance/aal/1';
    world.signet.visitor = { sub: 'somebody', acr, amr: ['pwd'], ial: 0, aal: 1, claims: {} };
    await page.goto(`${world.revenue.origin}/refund/sign-in`);
    await page.fill('#number', '900-12-9999');
    await page.locator('[name="year"]').first().check();
    await page.locator('[name="status"]').first().check();
    await page.fill('#amount', '12');
    await page.locator('main button').first().click();
    expect((await summaryFocus(page)).spoken).toMatch(/\w/);
    await page.context().close();
  });
});

describe('finding B-5: where a system forces its colors', () => {
  it.each(['light', 'dark'] as const)(
    'the current tab stands out among the others, %s',
    async (colorScheme) => {
      await signedIn('/transcripts', ana, { forcedColors: 'active', colorScheme });
      for (const tabs of ['.sections', '.year-tabs']) {
        const current = page.locator(`${tabs} [aria-current]`);
        const other = page.locator(`${tabs} a:not([aria-current])`).first();
        expect(await styleOf(current, 'background-color'), tabs).not.toBe(
          await styleOf(other, 'background-color'),
        );
        expect(await styleOf(current, 'background-color'), tabs).not.toBe(await styleOf(current, 'color'));
      }
      const line = (one: Locator) => styleOf(one, 'border-bottom-style');
      expect(await line(page.locator('.sections a:not([aria-current])').first())).toBe('none');
      await page.context().close();
    },
  );

  it('the stages of a refund that are behind have a mark, and those ahead none', async () => {
    await signedIn('/account', ana, { forcedColors: 'active' });
    const stages = page.locator('.stages').first();
    const [done, ahead] = [stages.locator('.stage-done'), stages.locator('.stage:not(.stage-done)')];
    expect(await done.count()).toBeGreaterThan(0);
    for (const one of await done.all()) expect(await styleOf(one, 'content', '::before')).toContain('✓');
    for (const one of await ahead.all()) expect(await styleOf(one, 'content', '::before')).not.toContain('✓');
    expect(await styleOf(done.first(), 'color', '::before')).not.toBe(
      await styleOf(done.first(), 'background-color', '::before'),
    );
    await page.context().close();
  });

  it('a link that looks like a button keeps its edge', async () => {
    page = await (await browser.newContext({ forcedColors: 'active' })).newPage();
    await page.goto(world.revenue.origin);
    const button = page.locator('main a.button').first();
    expect(await styleOf(button, 'border-top-style')).toBe('solid');
    expect(await styleOf(button, 'border-top-color')).not.toMatch(/^rgba.*, 0\)$/);
    await page.context().close();
  });
});

describe('a screen that nobody sits at any more', () => {
  it('finding B-8: is left within a second after a laptop wakes up, by the clock', async () => {
    page = await (await browser.newContext()).newPage();
    world.signet.visitor = ana;
    await page.clock.install();
    await page.goto(`${world.revenue.origin}/sign-in`);
    await page.clock.runFor(5 * 60_000);
    const asleep = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(asleep + 8 * 3_600_000); // time goes on, and no timer runs
    await page.clock.runFor(1100);
    await page.waitForURL('**/signed-out?away=1&return_to=*');
    await page.context().close();
  });

  it('finding B-8: warns when a laptop wakes up with a minute left', async () => {
    page = await (await browser.newContext()).newPage();
    world.signet.visitor = ana;
    await page.clock.install();
    await page.goto(`${world.revenue.origin}/sign-in`);
    const asleep = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(asleep + 14 * 60_000);
    await page.clock.runFor(1100);
    await page.getByRole('dialog').waitFor();
    await page.context().close();
  });

  it.each([
    [
      'that has no :has()',
      (document: Document) => {
        const { querySelector } = document;
        document.querySelector = (selector: string) => {
          if (selector.includes(':has(')) throw new DOMException('not a valid selector', 'SyntaxError');
          return querySelector.call(document, selector);
        };
      },
    ],
  ] as const)(
    'finding B-7: is left by a browser %s, and what was filled in is kept',
    async (_name, without) => {
      page = await (await browser.newContext()).newPage();
      await page.addInitScript(`(${without})(document)`);
      world.signet.visitor = jose;
      await page.clock.install();
      await page.goto(`${world.revenue.origin}/sign-in?return_to=/bank-accounts/new`);
      await page.fill('#routing', '990000013');
      await page.clock.runFor(15 * 60_000);
      await page.waitForURL(/signed-out/);
      expect(await page.textContent('main')).toContain('What you filled in is saved for one hour');
      await page.context().close();
    },
  );

  it('finding B-7: is left even when what was filled in cannot be kept', async () => {
    await signedIn('/bank-accounts/new');
    await page.route('**/session/form', (route) => route.abort());
    await page.clock.install();
    await page.reload();
    await page.clock.runFor(15 * 60_000);
    await page.waitForURL('**/signed-out?away=1&return_to=*');
    await page.context().close();
  });
});

it('at 1280 px the lists of the home page are as wide as what stands above them', async () => {
  await signedIn('/account', ana, { viewport: { width: 1280, height: 800 } });
  const right = (one: Locator) => one.evaluate((it) => Math.round(it.getBoundingClientRect().right));
  const edge = await right(page.locator('.to-do'));
  for (const list of await page.locator('.entries, .facts').all()) expect(await right(list)).toBe(edge);
  await page.context().close();
});

it.each([320, 1280])(
  'finding B-9: links that stand by themselves are 24 px high, at %i px',
  async (width) => {
    await signedIn('/filings', jose, { viewport: { width, height: 800 } });
    const low: string[] = [];
    for (const path of [
      '/filings',
      '/transcripts',
      '/letters',
      '/payments',
      '/plans',
      '/account',
      '/profile',
    ]) {
      await page.goto(`${world.revenue.origin}${path}`);
      low.push(
        ...(await page.evaluate(() => {
          const alone = (link: Element) =>
            [...(link.parentElement?.childNodes ?? [])].every(
              (one) => one.nodeType !== Node.TEXT_NODE || !one.textContent?.trim(),
            );
          return [...document.querySelectorAll('main a, nav a')]
            .filter((link) => alone(link) && link.getBoundingClientRect().height < 24)
            .map((link) => `${location.pathname} ${link.outerHTML}`);
        })),
      );
    }
    expect(low).toEqual([]);
    await page.context().close();
  },
);

it('finding B-9: what is looked at on every page sees targets that are small and close', async () => {
  page = await (await browser.newContext()).newPage();
  await page.setContent('<main><a href="/a">a</a><br><a href="/b">b</a><br><a href="/c">c</a></main>');
  expect((await axeFaults(page)).join()).toContain('target-size');
  await page.context().close();
});
