import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { summaryFocus } from '../../../../../test/support/browser/summary-focus.ts';
import { type Gallery, openGallery } from '../../../../../test/support/sites/gallery-site.tsx';

let gallery: Gallery;
let browser: Browser;
let stage = { stage: 'face', done: false, next: '/broken' };
let extended = 0;

beforeAll(async () => {
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  [gallery, browser] = await Promise.all([openGallery(), launchBrowser(camera)]);
  gallery.app.get('/status', (c) => c.json(stage));
  gallery.app.post('/session/extend', (c) => {
    extended += 1;
    return c.json({ idleSeconds: extended === 1 ? 3600 : 600 });
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(path: string, options: { script?: boolean; camera?: boolean } = {}): Promise<Tab> {
  const context = await browser.newContext({
    javaScriptEnabled: options.script !== false,
    permissions: options.camera === false ? [] : ['camera'],
  });
  const tab = await context.newPage();
  await tab.goto(gallery.url + path);
  return tab;
}

describe('signet-password', () => {
  it('shows and hides the password, says so, and hides it again when the form is sent', async () => {
    const tab = await open('/sign-in');
    const field = tab.locator('#password');
    await field.fill('a long enough password');
    await tab.getByRole('button', { name: 'Show password' }).click();
    expect(await field.getAttribute('type')).toBe('text');
    await tab.getByText('Your password is shown').waitFor({ state: 'attached' });
    await tab.evaluate(() =>
      document.querySelector('form')?.addEventListener('submit', (e) => e.preventDefault()),
    );
    await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(await field.getAttribute('type')).toBe('password');
  });
});

describe('a form', () => {
  it('that is being sent is not sent again by a second press; a while later its button works again', async () => {
    const tab = await open('/sign-in');
    await tab.evaluate(() =>
      window.addEventListener('submit', (event) => {
        if (!event.defaultPrevented) document.title += ' sent';
        event.preventDefault(); // and no next page comes
      }),
    );
    const sent = async () => (await tab.title()).split(' sent').length - 1;
    const button = tab.getByRole('button', { name: 'Sign in', exact: true });
    await button.dblclick();
    expect(await sent()).toBe(1);
    await tab.waitForTimeout(2100);
    await button.click();
    expect(await sent()).toBe(2);
  });
});

describe('signet-copy', () => {
  it('copies its text and says so', async () => {
    const tab = await open('/sign-in');
    await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.evaluate(() => {
      const copy = document.createElement('signet-copy');
      Object.assign(copy.dataset, { text: '7K3Q-ZXD1\n0AB1-DEFG', copy: 'Copy', copied: 'Copied' });
      document.querySelector('main')?.append(copy);
    });
    await tab.getByRole('button', { name: 'Copy' }).press('Enter');
    await tab.getByRole('status').getByText('Copied').waitFor();
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe('7K3Q-ZXD1\n0AB1-DEFG');
  });
});

it('finding P14: a moment, its day alone and the day in a copied sheet are shown in the reader’s own zone', async () => {
  const context = await browser.newContext({ timezoneId: 'America/Los_Angeles' });
  const tab = await context.newPage();
  await tab.goto(`${gallery.url}/sign-in`);
  await tab.evaluate(() => {
    const at = '2026-06-04T05:10:00Z';
    const day = 'June 4, 2026';
    document.querySelector('main')?.insertAdjacentHTML(
      'beforeend',
      `<signet-time><time datetime="${at}">x</time></signet-time>
       <signet-time data-shows="date"><time datetime="${at}">${day}</time></signet-time>
       <signet-dated-text data-at="${at}" data-day="${day}">
         <signet-copy data-text="Codes, ${day}"></signet-copy><a download href="data:,${encodeURIComponent(day)}">x</a>
       </signet-dated-text>`,
    );
  });
  expect(await tab.locator('signet-time').allTextContents()).toEqual([
    'Jun 3, 2026, 10:10 PM PDT',
    'June 3, 2026',
  ]);
  expect(await tab.locator('signet-copy').getAttribute('data-text')).toBe('Codes, June 3, 2026');
  expect(await tab.locator('a[download]').getAttribute('href')).toBe('data:,June%203%2C%202026');
  await context.close();
});

describe('signet-focus', () => {
  it('starts at the error summary, and its links lead into the fields', async () => {
    const tab = await open('/fields-wrong');
    const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    expect(await tab.title()).toMatch(/^Error: /);
    expect(await focused()).toContain('signet-error-summary');
    for (const [name, id] of [
      ['Enter a real date, like April 28, 1986', 'birth'],
      ['Choose what you have with you', 'path'],
    ] as const) {
      await tab.getByRole('link', { name }).click();
      expect(await focused()).toBe(id);
    }
  });
});

it('finding B-3: without script, too, a page that opens with a mistake has the focus on the summary', async () => {
  const tab = await open('/fields-wrong', { script: false });
  expect((await summaryFocus(tab)).spoken).toBe('There is a problem');
});

it('finding B-7: the tile of a choice shows what is chosen and where the focus is, without :has()', async () => {
  const tab = await open('/fields');
  const drawn = (at: number) =>
    tab
      .locator('.signet-choice__label')
      .nth(at)
      .evaluate((label) => {
        const { borderTopStyle, outlineStyle } = getComputedStyle(label, '::after');
        return { chosen: borderTopStyle === 'solid', focused: outlineStyle === 'solid' };
      });
  const radio = tab.locator('.signet-choice__input[type="radio"]').first();
  await radio.press('Space');
  expect(await drawn(0)).toEqual({ chosen: true, focused: true });
  expect(await drawn(1)).toEqual({ chosen: false, focused: false });
  await tab.keyboard.press('ArrowDown');
  expect(await drawn(0)).toEqual({ chosen: false, focused: false });
  expect(await drawn(1)).toEqual({ chosen: true, focused: true });
});

it('finding B-5: with forced colors the section that is shown stands out, and the chosen tile', async () => {
  const tab = await open('/account');
  await tab.emulateMedia({ forcedColors: 'active' });
  await tab.setViewportSize({ width: 1280, height: 900 });
  const line = (selector: string) =>
    tab
      .locator(selector)
      .first()
      .evaluate((it) => getComputedStyle(it).borderBottomStyle);
  expect(await line('.signet-nav__row [aria-current]')).toBe('solid');
  expect(await line('.signet-nav__row a:not([aria-current])')).toBe('none');
});

describe('signet-progress', () => {
  it('shows each stage as it comes and then goes on by itself', async () => {
    stage = { stage: 'face', done: false, next: '/broken' };
    const tab = await open('/progress');
    stage = { ...stage, stage: 'records' };
    await tab.locator('[data-stage="face"][data-state="done"]').waitFor();
    await tab.locator('[data-stage="records"]').getByText('In progress').waitFor();
    stage = { ...stage, done: true };
    await tab.waitForURL('**/broken');
  });

  it('attack: an answer that names another site is not followed', async () => {
    stage = { stage: 'face', done: true, next: 'https://elsewhere.example/' };
    const tab = await open('/progress');
    const refused = await tab.waitForEvent('pageerror');
    expect(refused.message).toContain('another site');
    expect(tab.url()).toBe(`${gallery.url}/progress`);
  });
});

describe('signet-session-timeout', () => {
  it('B11: warns two minutes before the idle limit, and staying starts the hour again', async () => {
    const tab = await (await browser.newContext()).newPage();
    await tab.clock.install();
    await tab.goto(`${gallery.url}/account`);
    const dialog = tab.getByRole('dialog', { name: 'Do you need more time?' });
    await tab.clock.fastForward('57:50');
    expect(await dialog.isVisible()).toBe(false);
    await tab.clock.fastForward('00:12');
    await dialog.waitFor();
    await tab.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(extended).toBe(1);
    await tab.clock.fastForward('57:00');
    expect(await dialog.isVisible()).toBe(false);
    await tab.clock.fastForward('01:02');
    await tab.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tab.clock.fastForward('07:50'); // the second answer left ten minutes: the absolute limit is near
    expect(await dialog.isVisible()).toBe(false);
    await tab.clock.fastForward('00:12');
    await dialog.waitFor();
  });

  it('finding B-8: asks the server within a second after a laptop wakes up, by the clock', async () => {
    const tab = await (await browser.newContext()).newPage();
    await tab.clock.install();
    await tab.goto(`${gallery.url}/account`);
    await tab.clock.runFor(60_000);
    const asleep = await tab.evaluate(() => Date.now());
    await tab.clock.setSystemTime(asleep + 8 * 3_600_000); // time goes on, and no timer runs
    await Promise.all([tab.waitForEvent('load'), tab.clock.runFor(1100)]);
  });
});
