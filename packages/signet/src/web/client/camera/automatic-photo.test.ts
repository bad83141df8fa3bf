import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { renderLicense } from '../../../../../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../../../../../sandbox/index.ts';
import { launchBrowser } from '../../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../../test/support/browser/page-faults.ts';
import { cardOf, type Scene, scene, sceneJpeg } from '../../../../../../test/support/photos/card-scenes.ts';
import { type Gallery, openGallery } from '../../../../../../test/support/sites/gallery-site.tsx';
import { type Lang, words } from '../../locales/index.ts';

let gallery: Gallery;
let folder: string;
let license: Awaited<ReturnType<typeof cardOf>>;
const size = { width: 1280, height: 960, table: 'wood' } as const;

beforeAll(async () => {
  const ana = sandboxPeople.find(({ id }) => id === 'ana-rivera');
  if (!ana) throw new Error('Ana is gone');
  license = await cardOf((await renderLicense(ana, { rotateDegrees: 0 })).front);
  [gallery, folder] = await Promise.all([openGallery(), mkdtemp(path.join(tmpdir(), 'signet-card-'))]);
}, 60_000);
afterAll(async () => {
  await gallery?.close();
  await rm(folder, { recursive: true });
});

/** A page whose camera sees these pictures, each for about three seconds, over and over. */
async function openBefore(scenes: readonly Scene[], lang: Lang = 'en'): Promise<Tab> {
  const frames = await Promise.all(scenes.map(sceneJpeg));
  const film = path.join(folder, `${lang}-${scenes.length}-${Date.now()}.mjpeg`);
  await writeFile(film, Buffer.concat(frames.flatMap((frame) => Array.from({ length: 90 }, () => frame))));
  const browser: Browser = await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    permissions: ['camera'],
    viewport: { width: 390, height: 844 },
  });
  const tab = await context.newPage();
  tab.on('console', (line) => line.type() === 'error' && expect.unreachable(line.text()));
  await tab.goto(`${gallery.url}/camera?lang=${lang}`);
  await tab.getByRole('button', { name: words(lang).common.upload.useCamera }).click();
  return tab;
}

const sizeOfPhoto = (tab: Tab) =>
  tab.locator('input[name="front"]').evaluate(async (input) => {
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    return file && (await createImageBitmap(file)).width;
  });

it.each(['en', 'es'] as const)(
  'in %s: a card that comes closer is photographed by itself, and it is said',
  async (lang) => {
    const { upload } = words(lang).common;
    const tab = await openBefore(
      [await scene(license, { ...size, share: 0.45 }), await scene(license, { ...size, share: 0.84 })],
      lang,
    );
    await tab.getByText(upload.readyAutomatic).waitFor();
    await tab.getByText(upload.advice.closer).waitFor();
    expect([await axeFaults(tab), await sidewaysFaults(tab)]).toEqual([[], []]);
    await tab.getByText(upload.taken).waitFor({ timeout: 30_000 });
    expect(await sizeOfPhoto(tab)).toBe(1280);
    expect(await tab.locator('input[name="front-source"]').inputValue()).toBe('live');
    const retake = tab.getByRole('button', { name: upload.retake });
    expect(await retake.evaluate((it) => it === document.activeElement)).toBe(true);
  },
);

it('the button takes the photo at any time, whatever is said of it', async () => {
  const tab = await openBefore([await scene(license, { ...size, blur: 4, light: 0.8 })]);
  const { upload } = words('en').common;
  await tab.getByText(upload.advice.blur).waitFor();
  await tab.getByRole('button', { name: upload.takePhoto }).click();
  await tab.getByText(upload.taken).waitFor();
  expect(await sizeOfPhoto(tab)).toBe(1280);
});

it('switched off, nothing is taken by itself, and on the next page neither', async () => {
  const tab = await openBefore([await scene(license, { ...size, share: 0.84 })]);
  const { upload } = words('en').common;
  await tab.getByRole('button', { name: upload.automaticOff }).click();
  await tab.getByText(upload.readyDocument).waitFor();
  await tab.waitForTimeout(6000);
  expect(await sizeOfPhoto(tab)).toBeUndefined();
  await tab.reload();
  await tab.getByRole('button', { name: upload.useCamera }).click();
  await tab.getByRole('button', { name: upload.automaticOn }).click();
  await tab.getByText(upload.taken).waitFor({ timeout: 30_000 });
});

it('where what finds the card does not load, the camera is as it was', async () => {
  const tab = await openBefore([await scene(license, { ...size, share: 0.84 })]);
  const { upload } = words('en').common;
  await tab.evaluate(() =>
    document.querySelector('signet-camera')?.setAttribute('finder', '/assets/none.js'),
  );
  await tab.getByRole('button', { name: upload.closeCamera }).click();
  tab.removeAllListeners('console');
  await tab.getByRole('button', { name: upload.useCamera }).click();
  await tab.getByText(upload.readyDocument).waitFor();
  expect(await tab.getByRole('button', { name: upload.automaticOff }).isVisible()).toBe(false);
  await tab.getByRole('button', { name: upload.takePhoto }).click();
  await tab.getByText(upload.taken).waitFor();
});

it('at a desk the words, the picture and the buttons are on the screen at once', async () => {
  const tab = await openBefore([await scene(undefined, size)]);
  const { upload } = words('en').common;
  await tab.getByRole('button', { name: upload.closeCamera }).click();
  await tab.setViewportSize({ width: 1280, height: 800 });
  await tab.getByRole('button', { name: upload.useCamera }).click();
  const advice = await tab.getByText(upload.advice['no-card']).boundingBox();
  expect(advice?.y).toBeGreaterThanOrEqual(0);
  const off = await tab.getByRole('button', { name: upload.automaticOff }).boundingBox();
  expect((off?.y ?? 800) + (off?.height ?? 0)).toBeLessThanOrEqual(800);
});

it('on an upright phone the picture, the words and all buttons are on the screen, down to the smallest', async () => {
  const tab = await openBefore([await scene(undefined, size)]);
  const { upload } = words('en').common;
  await tab.getByText(upload.advice['no-card']).waitFor();
  for (const { width, height } of [
    { width: 390, height: 844 },
    { width: 320, height: 568 },
  ]) {
    await tab.setViewportSize({ width, height });
    for (const name of [upload.takePhoto, upload.closeCamera, upload.automaticOff]) {
      const box = await tab.getByRole('button', { name }).boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0), name).toBeLessThanOrEqual(height);
    }
    const video = await tab.locator('video').boundingBox();
    expect(video?.height).toBeGreaterThan(150);
  }
});

it('what finds the card is a script of its own of less than 400 kB', async () => {
  const page = await (await fetch(`${gallery.url}/camera`)).text();
  const [script = ''] = /\/assets\/card-worker-[^"]+\.js/.exec(page) ?? [];
  const bytes = await (await fetch(gallery.url + script)).arrayBuffer();
  expect(bytes.byteLength).toBeGreaterThan(1000);
  expect(bytes.byteLength).toBeLessThan(400_000);
  expect(page.match(/<script[^>]*card-worker/)).toBeNull();
});
