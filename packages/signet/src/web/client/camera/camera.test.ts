import type { Browser, Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../../test/support/browser/browser.ts';
import { type Gallery, openGallery } from '../../../../../../test/support/sites/gallery-site.tsx';
import { words } from '../../locales/index.ts';

let gallery: Gallery;
let browser: Browser;

beforeAll(async () => {
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  [gallery, browser] = await Promise.all([openGallery(), launchBrowser(camera)]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(path: string, options: { script?: boolean } = {}): Promise<Tab> {
  const context = await browser.newContext({
    javaScriptEnabled: options.script !== false,
    permissions: ['camera'],
  });
  const tab = await context.newPage();
  await tab.goto(gallery.url + path);
  return tab;
}

/** Name, type, width and height of the photo that the form would send. */
const photoIn = (tab: Tab, name: string) =>
  tab.locator(`input[name="${name}"]`).evaluate(async (input) => {
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    if (!file) return undefined;
    const picture = await createImageBitmap(file);
    return { type: file.type, longest: Math.max(picture.width, picture.height) };
  });

describe('signet-live-selfie', () => {
  it('with another camera after a try that failed: only what its own person cannot do is left out', async () => {
    const begun: unknown[] = [];
    gallery.app.post('/live/begin', async (c) => {
      begun.push(await c.req.json());
      return c.json({ refused: 'over' }, 409);
    });
    const tab = await open('/camera');
    await tab.evaluate(async () => {
      const element = document.createElement('signet-live-selfie') as HTMLElement & {
        startWith(source: { open(): Promise<MediaStream>; cannot: readonly string[] }): void;
      };
      element.setAttribute('begin-url', '/live/begin');
      element.setAttribute('words', JSON.stringify({ failures: { over: 'It is over' }, again: 'Again' }));
      document.querySelector('main')?.append(element);
      for (const cannot of [['turn-left'], ['turn-right', 'chin-down']]) {
        const open = () => navigator.mediaDevices.getUserMedia({ video: true });
        element.startWith({ open, cannot });
        while (!element.textContent?.includes('It is over')) await new Promise(requestAnimationFrame);
      }
    });
    expect(begun).toEqual([{ without: ['turn-left'] }, { without: ['turn-right', 'chin-down'] }]);
  });
});

describe('signet-camera', () => {
  it('takes a still into the file field by keyboard alone, and lets it be taken again', async () => {
    const tab = await open('/camera');
    await tab.getByRole('button', { name: 'Use camera' }).press('Enter');
    const take = tab.getByRole('button', { name: 'Take photo' });
    await take.waitFor();
    expect(await take.evaluate((it) => it === document.activeElement)).toBe(true);
    await take.press('Enter');
    const again = tab.getByRole('button', { name: 'Take it again' });
    await again.waitFor();
    expect(await photoIn(tab, 'front')).toMatchObject({ type: 'image/jpeg' });
    expect(await tab.locator('input[name="front-source"]').inputValue()).toBe('live');
    expect(await tab.locator('video').evaluate((it) => (it as HTMLVideoElement).srcObject)).toBeNull();
    await again.press('Enter');
    await take.waitFor();
    expect(await photoIn(tab, 'front')).toBeUndefined();
  });

  it('makes an over-large photo smaller before it is sent, and leaves a small one as it is', async () => {
    const tab = await open('/camera');
    const picture = (width: number) =>
      sharp({ create: { width, height: 600, channels: 3, background: '#865' } })
        .png()
        .toBuffer();
    const pick = async (width: number) =>
      tab
        .locator('input[type="file"]')
        .setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: await picture(width) });
    await pick(4200);
    await tab.getByAltText('The photo you are about to send').waitFor();
    expect(await photoIn(tab, 'front')).toEqual({ type: 'image/jpeg', longest: 3000 });
    await pick(900);
    await expect.poll(() => photoIn(tab, 'front')).toEqual({ type: 'image/png', longest: 900 });
    expect(await tab.locator('input[name="front-source"]').inputValue()).toBe('file');
  });

  it('a person at the button already, while a large photo is made smaller, keeps the focus: Enter sends it', async () => {
    const tab = await open('/camera');
    const buffer = await sharp({ create: { width: 4200, height: 3000, channels: 3, background: '#865' } })
      .png()
      .toBuffer();
    await tab
      .locator('input[type="file"]')
      .setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer });
    const button = tab.locator('form[action="/camera"] button[type="submit"]');
    await button.focus();
    await tab.getByAltText('The photo you are about to send').waitFor();
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('a person who chose a file goes on to send it, and one who takes it again is at the file button', async () => {
    const tab = await open('/camera');
    const input = tab.locator('input[type="file"]');
    await input.focus();
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#865' } })
      .png()
      .toBuffer();
    await input.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer });
    await tab.getByAltText('The photo you are about to send').waitFor();
    const button = tab.locator('form[action="/camera"] button[type="submit"]');
    const isFocused = () => button.evaluate((one) => one === document.activeElement);
    await expect.poll(isFocused).toBe(true);
    await tab.getByRole('button', { name: 'Take it again' }).press('Enter');
    expect(await input.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('names the file button in the words of the page, and the input under it is pressed and has the focus', async () => {
    const tab = await open('/camera?lang=es');
    const input = tab.locator('input[type="file"]');
    const button = tab.getByText(words('es').common.upload.chooseFile, { exact: true });
    await button.waitFor();
    expect(await input.evaluate((it) => getComputedStyle(it).opacity)).toBe('0');
    const chooser = tab.waitForEvent('filechooser');
    await button.click({ force: true }); // the input lies over it
    await chooser;
    await tab.getByRole('button', { name: words('es').common.upload.useCamera }).focus();
    await tab.keyboard.press('Tab');
    expect(await input.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await button.evaluate((it) => getComputedStyle(it).outlineStyle)).toBe('solid');
  });

  it('without script, or when the camera fails, the plain file field serves', async () => {
    const plain = await open('/camera', { script: false });
    expect(await plain.locator('input[type="file"]').getAttribute('capture')).toBe('environment');
    expect(await plain.getByRole('button', { name: 'Use camera' }).count()).toBe(0);
    const tab = await open('/camera');
    await tab.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotReadableError'));
    });
    await tab.getByRole('button', { name: 'Use camera' }).click();
    await tab.getByText('The camera could not start.').waitFor();
    expect(await tab.locator('input[type="file"]').isVisible()).toBe(true);
  });

  it('finding P3: on an upright phone the picture, its guide, the words and the button are on the screen at once', async () => {
    for (const { width, height } of [
      { width: 390, height: 844 },
      { width: 320, height: 568 },
    ]) {
      const tab = await open('/camera');
      await tab.setViewportSize({ width, height });
      await tab.getByRole('button', { name: 'Use camera' }).click();
      const take = tab.getByRole('button', { name: 'Take photo' });
      await take.waitFor();
      for (const what of ['.signet-camera__video', '.signet-camera__guide', '.signet-status']) {
        const box = await tab.locator(`signet-camera ${what}`).first().boundingBox();
        expect([what, (box?.y ?? -1) >= 0, (box?.y ?? 0) + (box?.height ?? 0) <= height]).toEqual([
          what,
          true,
          true,
        ]);
      }
      const button = await take.boundingBox();
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(height);
      await tab.keyboard.press('Tab');
      expect(
        await tab.getByRole('button', { name: 'Close camera' }).evaluate((it) => it.matches(':focus')),
      ).toBe(true);
      await tab.keyboard.press('Tab');
      expect(
        await tab
          .getByRole('button', { name: words('en').common.upload.automaticOff })
          .evaluate((it) => it.matches(':focus')),
      ).toBe(true);
      await tab.keyboard.press('Tab');
      expect(await take.evaluate((it) => it.matches(':focus'))).toBe(true);
      await tab.keyboard.press('Escape');
      await tab.getByRole('button', { name: 'Use camera' }).waitFor();
      await tab.context().close();
    }
  });

  it.each([
    ['NotAllowedError', 'The camera is blocked for this page.'],
    ['NotFoundError', 'We found no camera here.'],
  ])('finding P4: %s: says what to do about it', async (name, text) => {
    const tab = await open('/camera');
    await tab.evaluate((why) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', why));
    }, name);
    await tab.getByRole('button', { name: 'Use camera' }).click();
    await tab.getByText(text).waitFor();
    expect(await tab.locator('input[type="file"]').isVisible()).toBe(true);
  });
});
