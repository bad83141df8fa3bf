import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import { newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  freshEmail,
  headingIn,
  makeAccount,
  nextCode,
  submit,
  totpKeyIn,
} from '../../support/visitors/signet-visitor.ts';
import { codeIn, goodPassword, totpCode } from '../../support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

/** The button pressed twice: two posts at once from one browser, whose cookies both answers set. Gives the later page. */
async function twice(
  browser: CookieBrowser,
  page: Visit,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  options: { stopAt?: string } = {},
): Promise<Visit> {
  const press = () => submit(browser, page, action, fields, options);
  const answers = await Promise.all([press(), press()]);
  for (const { status } of answers) expect([action, status < 500]).toEqual([action, true]);
  return answers[1];
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(
    world.signet.resources.pool.db,
  );
  return rows[0]?.n ?? 0;
}

describe('attack, double click', () => {
  it('on every form of sign-up makes one account with one of everything', async () => {
    const browser = new CookieBrowser();
    const email = freshEmail();
    const before = await count('people');
    const { origin } = world;
    await twice(browser, await browser.visit(`${origin}/sign-up`), '/sign-up', { email });
    const mails = await world.mailTo(email);
    expect(mails.length).toBeLessThanOrEqual(2);
    const codePage = await browser.visit(`${origin}/sign-up/code`);
    for (const mail of mails) {
      if (new URL((await browser.visit(`${origin}/continue`)).url).pathname !== '/sign-up/code') break;
      await twice(browser, codePage, '/sign-up/code', { code: codeIn(mail) });
    }
    const passwordPage = await browser.visit(`${origin}/continue`);
    expect(passwordPage.url.pathname).toBe('/sign-up/password');
    await twice(browser, passwordPage, '/sign-up/password', { password: goodPassword });
    const appPage = await browser.visit(`${origin}/sign-up/app`);
    await twice(browser, appPage, '/sign-up/app', { code: totpCode(totpKeyIn(appPage), new Date()) });
    const shown = await browser.visit(`${origin}/continue`);
    expect(shown.url.pathname).toBe('/recovery-codes');
    expect([...shown.body.matchAll(/<li><code>/g)]).toHaveLength(10);
    const end = await twice(browser, shown, '/recovery-codes/saved');
    expect(end.url.pathname).toBe('/account');
    expect(await count('people')).toBe(before + 1);
    const codes = [...shown.body.matchAll(/<li><code>([^<]+)/g)].map(([, code = '']) => code);
    const start = await new CookieBrowser().visit(`${origin}/sign-in`);
    const other = new CookieBrowser();
    await submit(other, await other.visit(start.url), '/sign-in', { email, password: goodPassword });
    const recovery = await other.visit(`${origin}/sign-in/recovery-code`);
    const signedIn = await submit(other, recovery, '/sign-in/recovery-code', { code: codes[0] ?? '' });
    expect(signedIn.url.pathname).toBe('/account'); // the codes on the page are the ones that count
  });

  it('on new recovery codes for an account that has some shows those that count', async () => {
    const { browser, email, password } = await makeAccount(world);
    await twice(browser, await browser.visit(`${world.origin}/recovery-codes`), '/recovery-codes');
    const { body } = await browser.visit(`${world.origin}/recovery-codes`);
    const codes = [...body.matchAll(/<li><code>([^<]+)/g)].map(([, code = '']) => code);
    expect(codes).toHaveLength(10);
    const other = new CookieBrowser();
    await submit(other, await other.visit(`${world.origin}/sign-in`), '/sign-in', { email, password });
    const recovery = await other.visit(`${world.origin}/sign-in/recovery-code`);
    const signedIn = await submit(other, recovery, '/sign-in/recovery-code', { code: codes[0] ?? '' });
    expect(signedIn.url.pathname).toBe('/account');
  });

  it('B7: on sign-in and its code signs in once, and on sign-out once', async () => {
    const visitor = await makeAccount(world);
    const browser = new CookieBrowser();
    const { email, password } = visitor;
    await twice(browser, await browser.visit(`${world.origin}/sign-in`), '/sign-in', { email, password });
    const factor = await browser.visit(`${world.origin}/continue`);
    await twice(browser, factor, '/sign-in/code', { code: nextCode(visitor) });
    const account = await browser.visit(`${world.origin}/continue`);
    expect(account.url.pathname).toBe('/account');
    const end = await twice(browser, account, '/sign-out');
    expect(headingIn(end)).toBe('You are signed out');
  });

  it('C8: on consent answers the agency once', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const page = await open(world, flow, browser);
    const press = () =>
      submit(
        browser,
        page,
        `${page.url.pathname}/consent`,
        { answer: 'agree' },
        { stopAt: world.permits.redirectUri },
      );
    const ends = await Promise.all([press(), press()]);
    for (const { status } of ends) expect(status).toBeLessThan(500);
    const codes = ends.flatMap(({ url }) => url.searchParams.get('code') ?? []);
    expect(codes).toHaveLength(1);
  });
});
