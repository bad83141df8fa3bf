import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  emailedCode,
  freshEmail,
  submit,
  totpKeyIn,
} from '../../support/visitors/signet-visitor.ts';
import { goodPassword, totpCode } from '../../support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

interface Sent {
  readonly page: Visit;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

describe('the back button and resubmission', () => {
  it('at every step of sign-up lead on, never to a fault, and never undo or repeat what was done', async () => {
    const browser = new CookieBrowser();
    const email = freshEmail();
    const sent: Sent[] = [];

    /** Sends the form, then everything sent before once more, as if one had gone back; and goes on from where that leads. */
    async function step(page: Visit, action: string, fields: Record<string, string> = {}): Promise<Visit> {
      const here = { page, action, fields };
      const next = await submit(browser, page, action, fields);
      expect([action, next.status]).toEqual([action, 200]);
      sent.push(here);
      for (const old of sent.filter((one) => one.action !== '/sign-up')) {
        const again = await submit(browser, old.page, old.action, old.fields);
        expect([action, old.action, again.status < 500]).toEqual([action, old.action, true]);
      }
      return browser.visit(`${world.origin}/continue`);
    }

    const codePage = await step(await browser.visit(`${world.origin}/sign-up`), '/sign-up', { email });
    expect(codePage.url.pathname).toBe('/sign-up/code');
    const first = await step(codePage, '/sign-up/code', { code: await emailedCode(world, email) });
    expect(first.url.pathname).toBe('/sign-up/password');
    const second = await step(first, '/sign-up/password', { password: goodPassword });
    expect(second.url.pathname).toBe('/sign-up/second');
    const appPage = await browser.visit(`${world.origin}/sign-up/app`);
    const shown = await step(appPage, '/sign-up/app', { code: totpCode(totpKeyIn(appPage), new Date()) });
    expect(shown.url.pathname).toBe('/recovery-codes');
    const end = await step(shown, '/recovery-codes/saved');
    expect(end.url.pathname).toBe('/account');
    expect((await browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
  });

  it('every page of the journey asked for out of turn leads to where the person stands', async () => {
    const browser = new CookieBrowser();
    const paths = [
      '/sign-up/code',
      '/sign-up/password',
      '/sign-up/second',
      '/sign-up/app',
      '/recovery-codes',
    ];
    paths.push(
      '/sign-in/code',
      '/sign-in/passkey-needed',
      '/sign-in/open-vault',
      '/verify',
      '/verify/ssn',
      '/account',
    );
    for (const path of paths) {
      const page = await browser.visit(world.origin + path);
      expect([path, page.status, page.url.pathname]).toEqual([path, 200, '/sign-in']);
    }
    await askForCode(world, browser, freshEmail());
    for (const path of paths) {
      const page = await browser.visit(world.origin + path);
      expect([path, page.status, page.url.pathname]).toEqual([path, 200, '/sign-up/code']);
    }
  });
});
