import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../test/support/browser/page-faults.ts';
import { questionFaults } from '../../../../../test/support/browser/questions.ts';
import {
  openProofingSite,
  type ProofingSite,
  sessionCookie,
  waitingRequest,
} from '../../../../../test/support/sites/proofing-site.tsx';
import { sampleHelp } from '../../../../../test/support/sites/sample-help.ts';
import { scenes, show } from '../../../../../test/support/worlds/proofing-scenes.ts';
import { words } from '../locales/index.ts';

let site: ProofingSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openProofingSite(), launchBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function visitor(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addCookies([{ ...sessionCookie, url: site.url }]);
  return context;
}

describe.each([
  ['en', 1280],
  ['es', 320],
] as const)('in %s at %i px', (lang, width) => {
  let context: BrowserContext;
  let tab: Tab;
  const complaints: string[] = [];
  beforeAll(async () => {
    context = await visitor({ viewport: { width, height: 800 } });
    tab = await context.newPage();
    // Chromium says "Failed to load resource" of a page whose status is 422, which is what we mean to send
    tab.on('console', (line) => {
      if (line.type() === 'error' && !/status of 4(22|29)/.test(line.text())) complaints.push(line.text());
    });
    tab.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(() => context?.close());

  it.each(Object.keys(scenes))(
    '%s: axe finds nothing, nothing is cut off, the policy is kept, and it asks one question at most',
    async (name) => {
      complaints.length = 0;
      await show(site, tab, name, lang);
      expect(await tab.locator('html').getAttribute('lang')).toBe(lang);
      expect(await tab.locator('h1').count()).toBe(1);
      expect(await questionFaults(tab, name)).toEqual([]);
      expect(await sidewaysFaults(tab)).toEqual([]);
      expect(await axeFaults(tab)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(site.faults).toEqual([]);
    },
  );
});

describe.each(['en', 'es'] as const)('finding P6: in %s at 320 px', (lang) => {
  it('nobody without a document is left without a number to call: from the first page to the agency’s phone', async () => {
    const context = await visitor({ viewport: { width: 320, height: 800 } });
    await context.addCookies([{ name: 'signet_request', value: waitingRequest.uid, url: site.url }]);
    const tab = await context.newPage();
    await show(site, tab, 'start', lang);
    site.visitor.request = waitingRequest;
    const { choose, otherWays } = words(lang).proofing;
    await tab.getByText(choose.choices['none-of-these'].label, { exact: true }).click();
    await tab.locator('main form.signet-form button[type="submit"]').first().click();
    await tab.waitForURL('**/verify/other-ways/none-of-these');
    expect(await tab.locator('h1').textContent()).toBe(otherWays.situations['none-of-these'].title);
    const call = tab.getByRole('link', { name: '202-555-0117' });
    expect(await call.getAttribute('href')).toBe(`tel:${sampleHelp.phone}`);
    expect((await call.boundingBox())?.y).toBeLessThan(800);
    expect(await sidewaysFaults(tab)).toEqual([]);
    expect(await axeFaults(tab)).toEqual([]);
    await context.close();
  });
});

describe('a person in a browser', () => {
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('any bytes') };

  it('goes all the way without JavaScript, one question a page', async () => {
    const context = await visitor({ javaScriptEnabled: false });
    const tab = await context.newPage();
    tab.setDefaultTimeout(5000);
    await show(site, tab, 'start', 'en');
    await tab.getByText('Driver’s license', { exact: true }).click();
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.getByText('I agree that Signet').click();
    await tab.getByRole('button', { name: 'Continue' }).click();
    for (const part of [
      'front of your driver’s license',
      'back of your driver’s license',
      'Photo of your face',
    ]) {
      await tab.getByLabel(new RegExp(part)).setInputFiles(photo);
      await tab.getByRole('button', { name: 'Send this photo' }).click();
    }
    await tab.getByLabel('What is your mobile phone number?').fill('202 555 0101');
    await tab.getByRole('button', { name: 'Text me a code' }).click();
    await tab.getByLabel('Enter the code from the text message').fill('271828');
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.getByLabel('What is your Social Security number?').fill('900-12-3417');
    await tab.getByRole('button', { name: 'Send and check' }).click();
    expect(await tab.locator('h1').textContent()).toBe('We are checking your information');
    expect(await tab.content()).toMatch(/<noscript><meta http-equiv="refresh" content="4"/);
    site.proofing.decision = { outcome: 'verified' };
    await tab.reload();
    expect(await tab.locator('h1').textContent()).toBe('Your identity is verified');
    await context.close();
  });

  it('is taken to the decision by the page that shows the checks, also after a reload', async () => {
    const context = await visitor();
    const tab = await context.newPage();
    await show(site, tab, 'checking', 'en');
    await tab.reload();
    const states = () => tab.locator('[data-stage]').evaluateAll((all) => all.map((it) => it.dataset.state));
    expect(await states()).toEqual(['done', 'working', 'waiting', 'waiting']);
    site.proofing.decision = { outcome: 'pending-records' };
    await tab.waitForURL('**/verify/decision');
    expect(await tab.locator('h1').textContent()).toBe('We are still waiting for an answer');
    await context.close();
  });
});
