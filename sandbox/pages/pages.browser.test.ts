import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/support/browser/browser.ts';
import { pageFaults } from '../../test/support/browser/page-faults.ts';
import { summaryFocus } from '../../test/support/browser/summary-focus.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/database.ts';
import { type RunningSandbox, startSandbox } from '../server.ts';

const apiKey = 'a-key-for-the-browser';
const face = fileURLToPath(new URL('../faces/p03_2.jpg', import.meta.url));
let database: TestDatabase;
let pool: pg.Pool;
let sandbox: RunningSandbox;
let browser: Browser;
let message: string;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url });
  const links = {
    signet: 'http://localhost:1',
    revenue: 'http://localhost:2',
    benefits: 'http://localhost:3',
  };
  sandbox = await startSandbox({ port: 0, host: '127.0.0.1', pool, apiKey, links });
  message = `/outbox/messages/${await deliver()}`;
  browser = await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream', // Chromium's own moving picture: the shape is all that counts here
  ]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
  await pool.end();
  await database.drop();
});

async function deliver(): Promise<string> {
  const answer = await fetch(`${sandbox.origin}/outbox/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: 'letter',
      to: 'Ana Rivera\n1420 Juniper Street\nPort Alder, ZZ 00012',
      subject: 'Confirm your address',
      text: 'Your code is 314159.\n\nOpen http://localhost:8080/a-rather-long-address/that-must-wrap-somewhere?at=320px',
    }),
  });
  return ((await answer.json()) as { id: string }).id;
}

/** Opens a page at a width and collects what the browser complains of (a broken CSP shows here). */
async function open(
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (entry) => entry.type() === 'error' && complaints.push(entry.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${sandbox.origin}${path}`);
  return { context, page, complaints };
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await pageFaults(page)).toEqual([]);
}

async function fillFacts(page: Page): Promise<void> {
  await page.getByLabel('Made-up given name').fill('Zoë');
  await page.getByLabel('Made-up family name').fill('Testa');
  await page.getByLabel('Month').fill('4');
  await page.getByLabel('Day').fill('28');
  await page.getByLabel('Year').fill('1986');
}

describe('the pages of the sandbox', () => {
  it.each(['/?lang=en', '/?lang=es', '/your-own', '/outbox', '/nowhere'])(
    '%s: axe finds nothing and nothing scrolls sideways at 320 px',
    async (path) => {
      const { context, page, complaints } = await open(path);
      await expectAccessible(page);
      expect(complaints.filter((text) => !/404/.test(text))).toEqual([]);
      await context.close();
    },
  );

  it('the people are a short list that opens by keyboard, no name of theirs broken where a space or hyphen is', async () => {
    const { context, page, complaints } = await open('/');
    const people = await page.locator('.people > li').count();
    const height = await page.locator('.people').evaluate((list) => list.clientHeight);
    expect(height / people).toBeLessThan(180); // four or five lines each
    const entry = page.locator('details#eleni-papadopoulou');
    await entry.locator('summary').focus();
    await page.keyboard.press('Enter');
    await entry.getByText('eleni.papadopoulou').waitFor();
    await expectAccessible(page);
    const lines = await entry.locator('h3').evaluate((name) => {
      const text = name.firstChild as Text;
      const top = (at: number) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().top;
      };
      const starts = [...text.data].flatMap((_, at) => (at > 0 && top(at) > top(at - 1) + 2 ? [at] : []));
      return starts.map((at) => text.data.slice(at - 1, at));
    });
    expect(lines.filter((before) => !/[\s-]/.test(before))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a message: axe finds nothing, and the code is copied with one press', async () => {
    const { context, page, complaints } = await open(message, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('314159');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('without script a photo is uploaded, mistakes are named, and the specimen comes back', async () => {
    const { context, page } = await open('/your-own', { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Make my specimen license' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect((await summaryFocus(page)).spoken, 'finding B-3').toMatch(/\w/);
    await page.getByRole('link', { name: 'Choose or take a photo of your face' }).click();
    await fillFacts(page);
    await page.getByLabel('Photo of your face').setInputFiles(face);
    await page.getByRole('button', { name: 'Make my specimen license' }).click();
    await page.getByRole('heading', { name: 'Your specimen license is ready' }).waitFor();
    expect(await page.getByRole('link', { name: /^Save the/ }).count()).toBe(2);
    await context.close();
  });

  it('names the file button in the words of the page, and says which file was chosen', async () => {
    const { context, page } = await open('/your-own?lang=es');
    const button = page.getByText('Elegir una foto de este dispositivo', { exact: true });
    await button.waitFor();
    const chooser = page.waitForEvent('filechooser');
    await button.click({ force: true }); // the input lies over it
    await (await chooser).setFiles(face);
    await page.getByText('p03_2.jpg', { exact: true }).waitFor();
    expect(await page.locator('#photo').evaluate((it) => getComputedStyle(it).opacity)).toBe('0');
    await context.close();
  });

  it('finding P15: a switch of language keeps what was typed, for that once', async () => {
    const { context, page } = await open('/your-own');
    await fillFacts(page);
    await page.getByRole('link', { name: 'Español' }).click();
    await page.waitForURL('**/your-own?lang=es');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.locator('#given-name').inputValue()).toBe('Zoë');
    expect(await page.locator('[name=year]').inputValue()).toBe('1986');
    await page.reload();
    expect(await page.locator('#given-name').inputValue()).toBe('');
    await context.close();
  });

  it('with the camera a photo is taken, chosen and sent; axe finds nothing on the way', async () => {
    const { context, page, complaints } = await open('/your-own');
    await page.getByRole('button', { name: 'Make my specimen license' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByRole('button', { name: 'Take the photo' }).click();
    await page.getByText('Photo taken.').waitFor();
    await expectAccessible(page);
    await fillFacts(page);
    await page.getByRole('button', { name: 'Make my specimen license' }).click();
    await page.getByRole('heading', { name: 'Your specimen license is ready' }).waitFor();
    await expectAccessible(page);
    expect(complaints.filter((text) => !/422/.test(text))).toEqual([]);
    await context.close();
  });
});
