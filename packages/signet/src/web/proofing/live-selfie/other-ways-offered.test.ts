import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../../test/support/browser/page-faults.ts';
import {
  openProofingSite,
  type ProofingSite,
  sessionCookie,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { words } from '../../locales/index.ts';

let site: ProofingSite;
let browser: Browser;
const { liveSelfie: say } = words('en').proofing;

beforeAll(async () => {
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  [site, browser] = await Promise.all([openProofingSite(), launchBrowser(camera)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.proofing.standAt('selfie'));

async function open(): Promise<Tab> {
  const context = await browser.newContext({
    permissions: ['camera'],
    viewport: { width: 390, height: 844 },
  });
  await context.addCookies([{ ...sessionCookie, url: site.url }]);
  const tab = await context.newPage();
  await tab.goto(`${site.url}/verify/selfie`);
  return tab;
}
const start = (tab: Tab) => tab.getByRole('button', { name: say.start }).click();

describe('a camera', () => {
  it.each([
    ['NotFoundError', say.failures.absent],
    ['NotReadableError', say.failures.failed],
  ])('finding P4: %s: says what that is, and not that it was blocked', async (name, text) => {
    const tab = await open();
    await tab.evaluate((why) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', why));
    }, name);
    await start(tab);
    await tab.getByText(text).waitFor();
    await tab.context().close();
  });

  it('that shows nothing for 20 frames which the server looked at: the other ways stand beneath it, and it goes on', async () => {
    const tab = await open();
    site.proofing.frame = { ask: 'straight', problem: 'no-face' };
    await start(tab);
    await tab.getByText(say.problems['no-face']).waitFor();
    const file = tab.locator('.signet-face-from-file');
    expect(await file.isVisible()).toBe(false);
    await tab.getByText(say.otherWays).waitFor({ timeout: 60_000 });
    const frames = site.proofing.calls.filter((call) => call.startsWith('frame')).length;
    expect(frames).toBeGreaterThanOrEqual(20);
    expect(frames).toBeLessThanOrEqual(22);
    expect(await file.isVisible()).toBe(true);
    expect(await tab.locator('.signet-other-device--desk').isVisible()).toBe(true);
    expect([await axeFaults(tab), await sidewaysFaults(tab)]).toEqual([[], []]);
    site.proofing.frame = { ask: 'turn-left' };
    await tab.getByText(say.ask['turn-left']).waitFor();
    expect(await file.isVisible()).toBe(false);
    await tab.context().close();
  });
});
