import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  csrfIn,
  headingIn,
  makeAccount,
  submit,
  type Visitor,
} from '../../../../../../test/support/visitors/signet-visitor.ts';
import { words } from '../../locales/index.ts';

let signet: TestSignet;
let visitor: Visitor;
let count = 0;
let number: string;
beforeAll(async () => {
  signet = await startSignet({ environment: { SIGNET_SANDBOX_URL: 'http://localhost:1' } });
});
afterAll(() => signet.close());
beforeEach(async () => {
  number = `+1${205 + count++}5550133`;
  visitor = await makeAccount(signet);
});

const { phones: say } = words('en');
const page = (path: string, browser = visitor.browser) => browser.visit(signet.origin + path);
const newestCode = async () => /\d{6}/.exec((await signet.rungAt(number)).at(-1)?.text ?? '')?.[0] ?? '';

async function addPhone(): Promise<void> {
  const code = await submit(visitor.browser, await page('/account/phone'), '/account/phone', {
    number,
    by: 'text',
  });
  expect(code.body).toContain('href="http://localhost:1/outbox"'); // where it arrives in the sandbox
  const done = await submit(visitor.browser, code, '/account/phone/code', { code: await newestCode() });
  expect(done.url.pathname + done.url.search).toBe('/account/ways?done=phone');
  expect(done.body).toContain(words('en').account.ways.done.phone);
}

/** Signed in with the password, in another browser. */
async function atSecondFactor() {
  const browser = new CookieBrowser();
  const { email, password } = visitor;
  return {
    browser,
    factor: await submit(browser, await page('/sign-in', browser), '/sign-in', { email, password }),
  };
}

/** One of the buttons of a form that is on this page. */
async function press(browser: CookieBrowser, from: Awaited<ReturnType<typeof page>>, by: 'text' | 'voice') {
  const phone = /name="phone" value="([^"]+)"/.exec(from.body)?.[1] ?? '';
  return browser.post(new URL('/sign-in/phone', from.url), { csrf: csrfIn(from), phone, by });
}

describe('codes by phone, page by page', () => {
  it('B6: adding a phone says first what can happen to a number, and shows the ways that it cannot happen to', async () => {
    const { body } = await page('/account/phone');
    const order = [say.add.risk, say.add.passkey, say.add.app, 'name="number"'].map((part) =>
      body.indexOf(part),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const wrong = await submit(visitor.browser, await page('/account/phone'), '/account/phone', {
      number: '+1 800 555 0199',
      by: 'text',
    });
    expect([wrong.status, wrong.body.includes('value="+1 800 555 0199"')]).toEqual([422, true]);
    expect(wrong.body).toContain(say.add.errors['toll-free']);
  });

  it('B6: signing in, what cannot be stolen with a SIM card stands before it; the number is masked and in no address', async () => {
    await addPhone();
    const { browser, factor } = await atSecondFactor();
    expect(factor.body.indexOf('name="code"')).toBeGreaterThan(0);
    expect(factor.body.indexOf('action="/sign-in/phone"')).toBeGreaterThan(
      factor.body.indexOf('name="code"'),
    );
    const asked = await press(browser, factor, 'text');
    expect(asked.url.pathname).toBe('/sign-in/phone');
    expect(asked.body).toContain(`••• ••• ${number.slice(-4)}`);
    expect(asked.body + asked.url.href).not.toContain(number.slice(2));
    const done = await submit(browser, asked, '/sign-in/phone/code', { code: await newestCode() });
    expect(done.url.pathname).toBe('/account');
    expect(signet.log.join('')).not.toContain(number.slice(2));
  });

  it('a code that is wrong, and too many of them sent, are said where they happen', async () => {
    await addPhone();
    const { browser, factor } = await atSecondFactor();
    const asked = await press(browser, factor, 'text');
    const code = await newestCode();
    const wrong = await submit(browser, asked, '/sign-in/phone/code', {
      code: code === '000000' ? '1' : '000000',
    });
    expect([wrong.status, headingIn(wrong)]).toEqual([422, say.code.titleText]);
    expect(wrong.body).toContain(say.code.wrong);
    for (const by of ['voice', 'text', 'voice', 'text', 'voice'] as const) await press(browser, factor, by);
    const tooMany = await press(browser, factor, 'text'); // six; the one that added the phone is counted apart
    expect(tooMany.status).toBe(422);
    expect(tooMany.body).toContain('We already sent many codes');
    expect(tooMany.body).toContain('name="code"'); // the other ways are there still
    const sent = await signet.rungAt(number);
    expect(sent).toHaveLength(7);
  });

  it('a number is replaced, not added, also where the form is sent after a step-up in between', async () => {
    await addPhone();
    const [old, other] = [number, `+1${205 + count++}5550133`];
    const href =
      /href="(\/account\/phone\?replaces=[^"]+)"/.exec((await page('/account/ways')).body)?.[1] ?? '';
    const form = await page(href);
    await signet.ageAuthentications(16 * 60);
    const asked = await submit(visitor.browser, form, href, { number: other, by: 'text' });
    expect(asked.url.searchParams.get('to')).toBe(href);
    await submit(visitor.browser, asked, '/sign-in/confirm/password', { password: visitor.password });
    number = other;
    const code = await submit(visitor.browser, await page(href), href, { number, by: 'text' });
    await submit(visitor.browser, code, '/account/phone/code', { code: await newestCode() });
    const ways = (await page('/account/ways')).body;
    expect(ways).toContain(other.slice(-4));
    expect(ways.match(/href="\/account\/phone\?replaces=/g)).toHaveLength(1);
    expect(old).not.toBe(other);
  });

  it('a mistyped number that takes another’s place is corrected, and takes it still', async () => {
    await addPhone();
    const href =
      /href="(\/account\/phone\?replaces=[^"]+)"/.exec((await page('/account/ways')).body)?.[1] ?? '';
    const mistyped = number.replace(/33$/, '34');
    const first = await submit(visitor.browser, await page(href), href, { number: mistyped, by: 'text' });
    const back = /<a [^>]*href="(\/account\/phone(?:\?[^"]*)?)"/.exec(first.body)?.[1] ?? '';
    number = number.replace(/33$/, '35');
    const code = await submit(visitor.browser, await page(back), back, { number, by: 'text' });
    await submit(visitor.browser, code, '/account/phone/code', { code: await newestCode() });
    const ways = (await page('/account/ways')).body;
    expect(ways).toContain(number.slice(-4));
    expect(ways.match(/href="\/account\/phone\?replaces=/g)).toHaveLength(1);
  });

  it('nobody who is not on the way finds these pages', async () => {
    const stranger = new CookieBrowser();
    for (const path of ['/sign-in/phone', '/sign-up/phone', '/sign-up/phone/code', '/account/phone'])
      expect([path, (await page(path, stranger)).url.pathname]).toEqual([path, '/sign-in']);
    expect((await page('/sign-up/phone')).url.pathname).toBe('/account'); // the account is finished
  });
});
