import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../../../../../test/support/browser/cookie-browser.ts';
import { statementsOf } from '../../../../../../test/support/database/statements-of.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../../../../../test/support/visitors/signet-visitor.ts';

let world: TestSignet;
let visitor: Visitor;
beforeAll(async () => {
  world = await startSignet();
  visitor = await makeAccount(world);
});
afterAll(() => world.close());

/** Statements, and how many transactions begin. */
async function askedBy(work: () => Promise<unknown>) {
  const statements = await statementsOf(work);
  return {
    statements: statements.length,
    transactions: statements.filter((text) => text === 'BEGIN').length,
  };
}

/** Sends a form, and follows no further than where it leads. */
const send = (browser: CookieBrowser, page: Visit, path: string, fields: object, leadsTo: string) => () =>
  submit(browser, page, path, { ...fields }, { stopAt: world.origin + leadsTo });

describe('what a password and a code from the app ask of the database', () => {
  it('is the same few statements, in one transaction each, at every sign-in in the person’s own browser', async () => {
    const browser = new CookieBrowser();
    browser.setCookie('signet_device', visitor.browser.cookie('signet_device') ?? '');
    const { email, password } = visitor;
    const start = await browser.visit(`${world.origin}/sign-in`);
    const byPassword = send(browser, start, '/sign-in', { email, password }, '/sign-in/code');
    expect(await askedBy(byPassword)).toEqual({ statements: 14, transactions: 1 });
    const page = await browser.visit(`${world.origin}/sign-in/code`);
    const byCode = send(browser, page, '/sign-in/code', { code: nextCode(visitor) }, '/account');
    expect(await askedBy(byCode)).toEqual({ statements: 14, transactions: 1 });
    expect((await browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
  });
});
