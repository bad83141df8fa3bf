import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../../test/support/browser/page-faults.ts';
import {
  openProofingSite,
  type ProofingSite,
  sessionCookie,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { type Lang, words } from '../../locales/index.ts';

const languages: readonly Lang[] = ['en', 'es'];
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(); // without a camera, as most visitors are
}, 60_000);
afterAll(() => browser?.close());

let site: ProofingSite;
afterEach(() => site.close());

async function open(options: Parameters<typeof openProofingSite>[0], lang: Lang = 'en'): Promise<Tab> {
  site = await openProofingSite(options);
  site.proofing.standAt('selfie');
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  onTestFinished(() => context.close());
  await context.addCookies([{ ...sessionCookie, url: site.url }]);
  const tab = await context.newPage();
  await tab.goto(`${site.url}/verify/selfie?lang=${lang}`);
  return tab;
}

it.each(languages)(
  'in the sandbox (%s) a visitor borrows a person’s camera, and the server looks at its frames as at any others',
  async (lang) => {
    const tab = await open({}, lang);
    const say = words(lang).proofing;
    await tab.getByLabel(say.sandbox.cameraWhose).selectOption({ label: 'Ana Rivera' });
    expect([await axeFaults(tab), await sidewaysFaults(tab)]).toEqual([[], []]);
    site.proofing.frame = { ask: 'turn-left' };
    await tab.getByRole('button', { name: say.sandbox.cameraUse }).click();
    await tab.getByText(say.liveSelfie.ask['turn-left']).waitFor();
    expect(site.proofing.calls[0]).toBe('begin live selfie');
    expect(site.proofing.calls).toContainEqual(expect.stringMatching(/^frame \d{5}/));
    expect(await tab.getByLabel(say.sandbox.cameraWhose).isVisible()).toBe(false);
    site.proofing.frame = { ask: 'nothing-more' };
    await tab.waitForURL(`${site.url}/verify/phone`);
    expect(site.faults).toEqual([]);
  },
);

it('somebody whose movement cannot be seen in it leaves that one out', async () => {
  const tab = await open({});
  const say = words('en').proofing.sandbox;
  await tab.getByLabel(say.cameraWhose).selectOption({ label: 'Nora Lindgren' });
  await tab.getByRole('button', { name: say.cameraUse }).click();
  await expect.poll(() => site.proofing.calls[0]).toBe('begin live selfie open-mouth');
});

it('where the sandbox does not answer nothing is offered, and a file is', async () => {
  const tab = await open({ sandboxHome: 'http://127.0.0.1:1/' });
  expect(await tab.locator('input[type="file"]').count()).toBe(1);
  expect(await tab.locator('signet-sandbox-camera').isVisible()).toBe(false);
});

it('attack: outside the sandbox there is no borrowed camera: no words, no script, no address that it could come from', async () => {
  const tab = await open({ sandbox: false });
  const page = await tab.content();
  for (const lang of languages) {
    const { cameraTitle, cameraBody, cameraUse } = words(lang).proofing.sandbox;
    for (const text of [cameraTitle, cameraBody, cameraUse]) expect(page).not.toContain(text);
  }
  expect(page).not.toMatch(/sandbox/i);
  const scripts = await tab
    .locator('script')
    .evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
  expect(scripts.map((src) => new URL(src).pathname.replace(/-\w+\.js$/, '.js'))).toEqual([
    '/assets/signet.js',
  ]);
  for (const src of scripts) expect(await (await fetch(src)).text()).not.toMatch(/sandbox|captureStream/i);
  const { headers } = await fetch(`${site.url}/verify/selfie`);
  expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
});
