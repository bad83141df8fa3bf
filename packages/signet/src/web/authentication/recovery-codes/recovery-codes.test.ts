import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  askForCode,
  emailedCode,
  freshEmail,
  makeAccount,
  submit,
  totpKeyIn,
} from '../../../../../../test/support/visitors/signet-visitor.ts';
import { goodPassword, totpCode } from '../../../../../../test/support/worlds/authentication-world.ts';
import { words } from '../../locales/index.ts';

let signet: TestSignet;
beforeAll(async () => {
  signet = await startSignet();
});
afterAll(() => signet.close());

const unescaped = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

it('B14: a new account’s codes stand on the page that its last authenticator leads to, the same after a reload', async () => {
  const { browser, shown, recoveryCodes } = await makeAccountToCodes();
  expect(shown.url.pathname).toBe('/recovery-codes');
  expect(recoveryCodes).toHaveLength(10);
  expect(codesIn(await browser.visit(shown.url))).toEqual(recoveryCodes);
  const account = await submit(browser, shown, '/recovery-codes/saved');
  expect(account.url.pathname).toBe('/account');
  expect(codesIn(await browser.visit(shown.url))).toEqual([]);
});

async function makeAccountToCodes() {
  const browser = new CookieBrowser();
  const email = freshEmail();
  const codePage = await askForCode(signet, browser, email);
  const code = await emailedCode(signet, email);
  const passwordPage = await submit(browser, codePage, '/sign-up/code', { code });
  await submit(browser, passwordPage, '/sign-up/password', { password: goodPassword });
  const appPage = await browser.visit(`${signet.origin}/sign-up/app`);
  const appCode = totpCode(totpKeyIn(appPage), new Date());
  const shown = await submit(browser, appPage, '/sign-up/app', { code: appCode });
  return { browser, shown, recoveryCodes: codesIn(shown) };
}

const codesIn = ({ body }: { readonly body: string }): string[] =>
  [...body.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code = '']) => code);

describe.each(['en', 'es'] as const)('finding P10: recovery codes in %s', (lang) => {
  it('can be copied, downloaded and printed, each time with the site’s address and how to use them', async () => {
    const { browser } = await makeAccount(signet);
    const page = await browser.visit(`${signet.origin}/recovery-codes?lang=${lang}`);
    const { body } = await submit(browser, page, '/recovery-codes');
    const codes = [...body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);

    const { sheet, file } = words(lang).signIn.recovery;
    const { host } = new URL(signet.origin);
    const copied = unescaped(/<signet-copy data-text="([^"]*)"/.exec(body)?.[1] ?? '');
    const downloaded = decodeURIComponent(
      /href="data:text\/plain;charset=utf-8,([^"]*)"/.exec(body)?.[1] ?? '',
    );
    const printed = /signet-print-only.*?<div class="signet-print-foot">.*?<\/div>/s.exec(body)?.[0] ?? '';
    for (const one of [copied, downloaded, unescaped(printed)]) {
      for (const part of [...codes, sheet.how(host), sheet.care]) expect(one).toContain(part);
    }
    expect(body).toContain(`download="${file}"`);
    expect(body).toContain('<signet-print');
  });
});
