import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sandboxPeople } from '../../sandbox/index.ts';
import type { Actor } from '../journey/actor.ts';
import { goThrough, type Recorder } from '../journey/journey.ts';
import { launchBrowser } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startWorld, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let world: World;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  [world, browser] = await Promise.all([startWorld({ databaseUrl: database.url }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
  await database.drop();
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with a page for somebody who does not see it, or sees little of it; at the width it has. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const faults = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.target.join(' ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${name}: ${wide} px scroll sideways`);
  if ((await page.locator('h1').count()) !== 1) faults.push(`${name}: not one h1`);
  return faults;
}

async function visitor(lang: 'en' | 'es', width: number): Promise<{ page: Page; console: string[] }> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy|violat/i.test(message.text())) said.push(message.text());
  });
  await page.goto(`${world.signet}/?lang=${lang}`);
  return { page, console: said };
}

async function wholeJourney(id: string, lang: 'en' | 'es', width: number): Promise<string[]> {
  const person = sandboxPeople.find((one) => one.id === id);
  if (!person) throw new Error(`no sandbox person ${id}`);
  const { page, console: said } = await visitor(lang, width);
  const faults: string[] = [];
  const seen = new Set<string>();
  const recorder: Recorder = {
    async page(actor, name) {
      if (seen.has(name)) return;
      seen.add(name);
      faults.push(...(await faultsOf(actor.page, name)));
    },
  };
  const actor: Actor = {
    person,
    page,
    world,
    email: person.email,
    password: 'a lamp for quiet evenings',
    lang,
    keyboard: false,
    way: 'password',
  };
  await goThrough(actor, 'revenue', recorder);
  await page.goto(`${world.signet}/account`);
  faults.push(...(await faultsOf(page, 'signet/account')));
  expect(seen.size).toBeGreaterThan(18); // the journey itself was walked, not an error page
  return [...faults, ...said];
}

describe('every page of the journey', () => {
  it('is accessible in English on a wide screen', async () => {
    expect(await wholeJourney('ana-rivera', 'en', 1280)).toEqual([]);
  });

  it('is accessible in Spanish at 320 px', async () => {
    expect(await wholeJourney('jose-nunez-ortiz', 'es', 320)).toEqual([]);
  });
});

/** Forms sent with something wrong, and pages for what cannot be. */
const errorStates: readonly { readonly name: string; readonly reach: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'sign-up without an address',
    async reach(page) {
      await page.goto(`${world.signet}/sign-up`);
      await page.fill('[name="email"]', 'not an address');
      await page.click('form[action="/sign-up"] button');
    },
  },
  {
    name: 'a wrong code',
    async reach(page) {
      await page.goto(`${world.signet}/sign-up`);
      await page.fill('[name="email"]', `nobody-${Math.random()}@people.example`);
      await page.click('form[action="/sign-up"] button');
      await page.fill('[name="code"]', '000000');
      await page.click('form[action="/sign-up/code"] button');
    },
  },
  {
    name: 'a password that does not match',
    async reach(page) {
      await page.goto(`${world.signet}/sign-in`);
      await page.fill('[name="email"]', 'somebody@people.example');
      await page.fill('[name="password"]', 'a wrong password');
      await page.click('form[action="/sign-in"] button[type="submit"]');
    },
  },
];

const plainPages = [
  '/',
  '/help',
  '/privacy',
  '/not-me',
  '/signed-out',
  '/sign-in',
  '/sign-in/recovery-code',
  '/trust-framework/sandbox',
  '/sign-up/link?token=made-up',
  '/interaction/made-up',
  '/nowhere',
];

describe.each([
  ['en', 1280],
  ['es', 320],
] as const)('in %s at %i px', (lang, width) => {
  it.each(errorStates)('$name: accessible, said in the title, and focused', async ({ name, reach }) => {
    const { page } = await visitor(lang, width);
    await reach(page);
    await page.locator('.usa-error-message').first().waitFor();
    expect(await faultsOf(page, name)).toEqual([]);
    expect(await page.title()).toMatch(/^Error: /);
    const focused = await page.evaluate(() => document.activeElement?.className ?? '');
    expect(focused).toMatch(/error|alert/);
  });

  it('public pages and dead ends are accessible', async () => {
    const { page, console: said } = await visitor(lang, width);
    const faults: string[] = [];
    for (const path of plainPages) {
      await page.goto(world.signet + path);
      faults.push(...(await faultsOf(page, path)));
    }
    expect([...faults, ...said]).toEqual([]);
  });
});
