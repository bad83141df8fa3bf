import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finder } from '../../../../../../test/e2e/accessibility/look.ts';
import { launchBrowser } from '../../../../../../test/support/browser/browser.ts';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import { makeAccount, signIn } from '../../../../../../test/support/visitors/signet-visitor.ts';

let world: TestSignet;
let chromium: Browser;
beforeAll(async () => {
  [world, chromium] = await Promise.all([
    startSignet({ environment: { SIGNET_TRUSTED_PROXIES: '1' } }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const home = { 'x-forwarded-for': '192.0.2.1' };
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';

describe.each(['en', 'es'] as const)('where one is signed in, in %s', (lang) => {
  it('WCAG 2.2 AA: with other devices, after one was signed out, and after all were', async () => {
    const visitor = await makeAccount(world, new CookieBrowser(home));
    const elsewhere = [new CookieBrowser({ 'x-forwarded-for': '203.0.113.5', 'user-agent': iphone })];
    for (const browser of [
      ...elsewhere,
      new CookieBrowser({ 'x-forwarded-for': '10.0.0.1' }),
      new CookieBrowser(),
    ]) {
      await sql`UPDATE totp_authenticators SET last_step = 0`.execute(world.signet.resources.pool.db);
      await signIn(world, visitor, browser);
    }
    const found = finder(lang);
    const context = await chromium.newContext({ extraHTTPHeaders: home });
    const value = visitor.browser.cookie('signet') ?? '';
    await context.addCookies([{ name: 'signet', value, url: world.origin }]);
    const page = await context.newPage();
    const press = async (action: string) => {
      await Promise.all([
        page.waitForEvent('load'),
        page.locator(`form[action="${action}"] button`).first().click(),
      ]);
    };
    await page.goto(`${world.origin}/account/devices?lang=${lang}`);
    await found.look(page, 'signet/account/devices');
    await press('/account/devices/sign-out');
    await found.look(page, 'signet/account/devices, one signed out');
    expect(await page.locator('.usa-card').count()).toBe(3);
    await press('/account/devices/sign-out-others');
    await found.look(page, 'signet/account/devices, all others signed out');
    expect(await page.locator('.usa-card').count()).toBe(1);
    await context.close();
    expect(found.faults).toEqual([]);
  });
});
