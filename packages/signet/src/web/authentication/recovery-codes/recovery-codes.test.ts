import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import { makeAccount, submit } from '../../../../../../test/support/visitors/signet-visitor.ts';
import { words } from '../../locales/index.ts';

let signet: TestSignet;
beforeAll(async () => {
  signet = await startSignet();
});
afterAll(() => signet.close());

const unescaped = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

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
