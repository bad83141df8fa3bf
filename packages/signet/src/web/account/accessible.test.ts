import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../test/support/browser/page-faults.ts';
import { signInAt } from '../../../../../test/support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import {
  emailedCode,
  freshEmail,
  makeAccount,
  submit,
  type Visitor,
} from '../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified, type VerifiedVisitor } from '../../../../../test/support/visitors/verified-visitor.ts';

let world: TestSignet;
let browser: Browser;
let visitor: VerifiedVisitor;
let newcomer: Visitor;
beforeAll(async () => {
  [world, browser] = await Promise.all([startSignet(), launchBrowser()]);
  visitor = await makeVerified(world);
  newcomer = await makeAccount(world);
  await signInAt(world, world.records, visitor.browser);
  await addAddress(visitor);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function addAddress({ browser: from }: Visitor): Promise<void> {
  const email = freshEmail();
  const page = await from.visit(`${world.origin}/account/contact/add`);
  const asked = await submit(from, page, '/account/contact/add', { email });
  await submit(from, asked, '/account/contact/code', { code: await emailedCode(world, email) });
}

async function contextOf(
  { browser: from }: Visitor,
  options: Parameters<Browser['newContext']>[0],
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  const cookies = from.cookieNames().map((name) => ({ name, value: from.cookie(name) ?? '' }));
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: world.origin })));
  return context;
}

const go = (tab: Tab, path: string, lang: string) =>
  tab.goto(`${world.origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);

/** Presses a form's main button and waits for the page that answers. */
const send = (tab: Tab, action: string) =>
  Promise.all([tab.waitForEvent('load'), tab.locator(`form[action="${action}"] button`).first().click()]);

/** How to get to each page from being signed in. */
const scenes: Readonly<Record<string, (tab: Tab, lang: string) => Promise<unknown>>> = {
  overview: async (tab, lang) => {
    await go(tab, '/account', lang);
    const sections = tab.locator('.signet-nav summary');
    if (await sections.isVisible()) await sections.click();
  },
  contact: (tab, lang) => go(tab, '/account/contact', lang),
  'contact, language saved': async (tab, lang) => {
    await go(tab, '/account/contact', lang);
    await tab.locator(`input[name="language"][value="${lang}"]`).check({ force: true }); // its label lies over it
    await send(tab, '/account/contact/language');
  },
  'add an address': (tab, lang) => go(tab, '/account/contact/add', lang),
  'add an address, not one': async (tab, lang) => {
    await go(tab, '/account/contact/add', lang);
    await tab.fill('[name="email"]', 'not an address');
    await send(tab, '/account/contact/add');
  },
  'the code, wrong': async (tab, lang) => {
    await go(tab, '/account/contact/add', lang);
    await tab.fill('[name="email"]', freshEmail());
    await send(tab, '/account/contact/add');
    await tab.fill('[name="code"]', '000000');
    await send(tab, '/account/contact/code');
  },
  'remove an address': async (tab, lang) => {
    await go(tab, '/account/contact', lang);
    await Promise.all([tab.waitForEvent('load'), tab.locator('a[href$="/remove"]').first().click()]);
  },
  'choose the main address': async (tab, lang) => {
    await go(tab, '/account/contact', lang);
    await Promise.all([tab.waitForEvent('load'), tab.locator('a[href$="/primary"]').first().click()]);
  },
  history: (tab, lang) => go(tab, '/account/history', lang),
  'history, nothing of that kind': (tab, lang) => go(tab, '/account/history?show=staff', lang),
  agencies: async (tab, lang) => {
    await go(tab, '/account/agencies', lang);
    await tab.locator('.signet-disclosure summary').first().click();
  },
  'end a connection': (tab, lang) => go(tab, '/account/agencies/records/end', lang),
};

describe.each([
  ['en', 1280],
  ['es', 320],
] as const)('in %s at %i px', (lang, width) => {
  let context: BrowserContext;
  let tab: Tab;
  const complaints: string[] = [];
  beforeAll(async () => {
    context = await contextOf(visitor, { viewport: { width, height: 800 } });
    tab = await context.newPage();
    tab.on('console', (line) => {
      if (line.type() === 'error' && !/status of 4(22|29)/.test(line.text())) complaints.push(line.text());
    });
    tab.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(() => context?.close());

  it.each(Object.entries(scenes))(
    'WCAG 2.2 AA: %s: axe finds nothing, nothing is cut off, the policy is kept',
    async (_name, show) => {
      complaints.length = 0;
      await show(tab, lang);
      expect(await tab.locator('html').getAttribute('lang')).toBe(lang);
      expect(await tab.locator('h1').count()).toBe(1);
      expect(await sidewaysFaults(tab)).toEqual([]);
      expect(await axeFaults(tab)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

describe('on a phone', () => {
  it('the sections are one line that a keyboard opens, and each section is two presses away without script', async () => {
    const context = await contextOf(newcomer, {
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    const tab = await context.newPage();
    await go(tab, '/account', 'en');
    const menu = tab.locator('.signet-nav summary');
    expect(await menu.textContent()).toBe('Your account: Overview');
    expect(await tab.getByRole('link', { name: 'History', exact: true }).isVisible()).toBe(false);
    await menu.press('Enter');
    await tab.getByRole('link', { name: 'History', exact: true }).press('Enter');
    await tab.waitForURL('**/account/history');
    expect(await menu.textContent()).toBe('Your account: History');
    await context.close();
  });
});

describe('the overview', () => {
  it('B14: tells a person with one address and one thing to sign in with what is worth doing, and leads there', async () => {
    const context = await contextOf(newcomer, { viewport: { width: 1280, height: 800 } });
    const tab = await context.newPage();
    await go(tab, '/account', 'en');
    expect(await tab.locator('.signet-advice li').count()).toBe(2);
    await tab.getByRole('link', { name: 'Add a second email address' }).click();
    expect(await tab.locator('h1').textContent()).toBe('What email address do you want to add?');
    await context.close();
  });

  it('shows times in the zone of the reader', async () => {
    const context = await contextOf(visitor, { timezoneId: 'America/Denver', locale: 'en-US' });
    const tab = await context.newPage();
    await go(tab, '/account/history', 'en');
    expect(await tab.locator('.signet-acts time').first().textContent()).toMatch(
      /^[A-Z][a-z]{2} \d.* M[SD]T$/,
    );
    await context.close();
  });
});
