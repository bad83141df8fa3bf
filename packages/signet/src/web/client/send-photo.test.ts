import type { Browser, Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { type Gallery, openGallery } from '../../../../../test/support/sites/gallery-site.tsx';
import { words } from '../locales/index.ts';

const say = words('en').common.sending;

let gallery: Gallery;
let browser: Browser;
let photo: Buffer;

/** What came, and how the next is answered. */
const came: { sending: string; bytes: number }[] = [];
let answer: 'next' | 'again' | 'busy';
let hold: Promise<void> | undefined;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([openGallery(), launchBrowser()]);
  photo = await sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
  gallery.app.post('/camera', async (c) => {
    const form = await c.req.parseBody();
    const file = form.front as File;
    came.push({ sending: String(form.sending), bytes: file.size });
    await hold;
    if (answer === 'busy') return c.text('busy', 503);
    if (answer === 'again')
      return c.html('<title>Wrong</title><main><h1 id="wrong">Too dark</h1></main>', 422);
    return c.redirect('/answers', 303);
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});
beforeEach(() => {
  came.length = 0;
  answer = 'next';
  hold = undefined;
});

async function open(options: { script?: boolean } = {}): Promise<Tab> {
  const context = await browser.newContext({ javaScriptEnabled: options.script !== false });
  const tab = await context.newPage();
  await tab.goto(`${gallery.url}/camera`);
  return tab;
}

const choose = (tab: Tab) =>
  tab
    .locator('input[type="file"]')
    .setInputFiles({ name: 'front.jpg', mimeType: 'image/jpeg', buffer: photo });
const button = (tab: Tab) => tab.locator('form[action="/camera"] button[type="submit"]');

describe('signet-sending', () => {
  it('finding P4: offers the button once there is a photo, and takes it away with the photo', async () => {
    const tab = await open();
    await tab.locator('signet-sending .signet-status').waitFor({ state: 'attached' });
    expect(await button(tab).isVisible()).toBe(false);
    await choose(tab);
    await button(tab).waitFor();
    await tab.getByRole('button', { name: 'Take it again' }).click();
    expect(await button(tab).isVisible()).toBe(false);
  });

  it('finding P7: says that it is sending, and a second press sends nothing', async () => {
    const gate = Promise.withResolvers<void>();
    hold = gate.promise;
    const tab = await open();
    await choose(tab);
    await button(tab).waitFor();
    await tab.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('form[action="/camera"]');
      form?.requestSubmit();
      form?.requestSubmit();
    });
    await tab.getByText(say.looking).waitFor();
    expect(await tab.locator('signet-sending progress').isVisible()).toBe(true);
    expect(await button(tab).isVisible()).toBe(false);
    gate.resolve();
    await tab.waitForURL('**/answers');
    expect(came).toEqual([{ sending: 'the-sending-of-this-page', bytes: photo.length }]);
  });

  it('finding P7: a line that breaks: the same photo is sent again, under the same name', async () => {
    const tab = await open();
    let broken = 0;
    await tab.route('**/camera', (route) =>
      route.request().method() === 'POST' && broken++ < 2 ? route.abort('connectionreset') : route.continue(),
    );
    await choose(tab);
    await button(tab).click();
    await tab.getByText(say.again).waitFor();
    await tab.waitForURL('**/answers', { timeout: 20_000 });
    expect(came).toEqual([{ sending: 'the-sending-of-this-page', bytes: photo.length }]);
  });

  it('finding P7: no line at all: the photo is still there, and the button sends it once there is one', async () => {
    const tab = await open();
    await tab.route('**/camera', (route) =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
    );
    await choose(tab);
    await button(tab).click();
    await tab.getByText(say.failed).waitFor({ timeout: 30_000 });
    expect(await tab.getByAltText('The photo you are about to send').isVisible()).toBe(true);
    await tab.unroute('**/camera');
    await button(tab).click();
    await tab.waitForURL('**/answers');
    expect(came).toHaveLength(1);
  });

  it('shows the page that says what is wrong, as the browser would', async () => {
    answer = 'again';
    const tab = await open();
    await choose(tab);
    await button(tab).click();
    await tab.locator('#wrong').waitFor();
    expect([await tab.title(), new URL(tab.url()).pathname]).toEqual(['Wrong', '/camera']);
  });

  it('without script the form sends the photo as ever', async () => {
    const tab = await open({ script: false });
    await choose(tab);
    await button(tab).click();
    await tab.waitForURL('**/answers');
    expect(came).toHaveLength(1);
  });
});
