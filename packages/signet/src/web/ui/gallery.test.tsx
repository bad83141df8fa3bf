import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../test/support/browser/page-faults.ts';
import { galleryPages } from '../../../../../test/support/sites/gallery-pages.tsx';
import { type Gallery, openGallery } from '../../../../../test/support/sites/gallery-site.tsx';

let gallery: Gallery;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([openGallery(), launchBrowser()]);
  gallery.app.post('/options', (c) => c.json({ challenge: 'AAAA', rpId: 'localhost' }));
  gallery.app.get('/status', (c) => c.json({ stage: 'face', done: false }));
  context = await browser.newContext();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(path: string, width: number): Promise<{ tab: Tab; complaints: string[] }> {
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  await tab.setViewportSize({ width, height: 900 });
  await tab.goto(gallery.url + path, { waitUntil: 'load' });
  return { tab, complaints };
}

describe.each(Object.keys(galleryPages))('the page "%s"', (name) => {
  it.each([320, 1280])(
    'at %i px: axe finds nothing, nothing is cut off, the policy is kept',
    async (width) => {
      const { tab, complaints } = await open(`/${name}`, width);
      expect(await sidewaysFaults(tab)).toEqual([]);
      expect(await axeFaults(tab)).toEqual([]);
      expect(complaints).toEqual([]);
      await tab.close();
    },
    20_000,
  );

  it('in Spanish at 320 px, where words are longer: nothing is cut off', async () => {
    const { tab } = await open(`/${name}?lang=es`, 320);
    expect(await tab.locator('html').getAttribute('lang')).toBe('es');
    expect(await sidewaysFaults(tab)).toEqual([]);
    await tab.close();
  });

  it('carries no style attribute, no inline script and no handler', async () => {
    const markup = await (await fetch(`${gallery.url}/${name}`)).text();
    expect(markup).toMatch(/^<!doctype html><html lang="en">/);
    expect(markup).not.toMatch(/ style=| on[a-z]+="|javascript:|<style/);
    expect(markup.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/ src="\/assets\/signet-/)]);
  });
});
