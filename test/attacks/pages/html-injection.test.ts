import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import { newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  csrfIn,
  makeAccount,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';
import { softwareAuthenticator } from '../../support/visitors/software-authenticator.ts';

/** Breaks out of text, of an attribute in either quotes, of a tag, of a script and of a comment. */
const markup = `x"'></title></script>--><xss-injected onx="1">&lt;`;

let world: TestSignet;
let visitor: Visitor;
beforeAll(async () => {
  const name = { en: markup, es: markup };
  world = await startSignet({ agencies: { permits: { name, nameInSentence: name, purpose: name } } });
  visitor = await makeAccount(world);
});
afterAll(() => world.close());

/** Shows the text, if asked, and as text alone. */
function expectText(page: Visit, shown: 'shown' | 'perhaps' = 'perhaps'): void {
  expect([page.url.pathname, /<xss-injected|onx="1"/.test(page.body)]).toEqual([page.url.pathname, false]);
  if (shown === 'shown') expect(page.body).toContain('&lt;xss-injected');
  for (const [name, value] of page.headers)
    expect([name, value]).not.toEqual([name, expect.stringMatching(/xss/)]);
}

describe('attack, HTML injection', () => {
  it('by an agency’s name and purpose, on every page that says them', async () => {
    const { browser } = visitor;
    expectText(await browser.visit(`${world.origin}/`), 'shown');
    expectText(await open(world, newFlow(world.permits), browser), 'shown');
    for (const path of ['/sign-in/passkey-needed', '/verify']) {
      expectText(await browser.visit(world.origin + path), 'shown');
    }
    await signInAt(world, world.permits, browser);
    expectText(await browser.visit(`${world.origin}/account`), 'shown');
    const fresh = await open(world, newFlow(world.permits, { prompt: 'login' }), browser);
    expectText(fresh, 'shown');
  });

  it('by an email address, typed or confirmed', async () => {
    const browser = new CookieBrowser();
    const signUp = await askForCode(world, browser, markup);
    expect(signUp.status).toBe(422);
    expectText(signUp, 'shown');
    const allowed = await askForCode(world, browser, `a'&lt=b@mail.example`);
    expect(allowed.body).toContain('a&#39;&amp;lt=b@<wbr/>mail.example');
    const signIn = await browser.visit(`${world.origin}/sign-in`);
    expectText(await submit(browser, signIn, '/sign-in', { email: markup, password: markup }), 'shown');
  });

  it('attack, mail header injection: line ends make no address', async () => {
    for (const email of [
      'a@mail.example\r\nBcc: b@evil.example',
      'a@mail.example%0d%0aBcc:b@evil.example',
      '"a\r\nb"@mail.example',
    ]) {
      expect((await askForCode(world, new CookieBrowser(), email)).status).toBe(422);
    }
    expect(world.mails.every(({ to, subject }) => !/[\r\n]/.test(to + subject))).toBe(true);
  });

  it('by the label of a passkey', async () => {
    const { browser } = visitor;
    const authenticator = softwareAuthenticator({ origin: world.origin });
    const csrf = csrfIn(await browser.visit(`${world.origin}/account`));
    const ask = async (path: string, body: unknown) => {
      const answer = await fetch(world.origin + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          cookie: browser.cookieHeader(),
          origin: world.origin,
          'x-csrf-token': csrf,
          'content-type': 'application/json',
        },
      });
      browser.keepFrom(answer.headers);
      return { status: answer.status, json: await answer.json() };
    };
    const { json: options } = await ask('/passkey/register/options', {});
    const created = authenticator.create(options);
    const answer = await ask('/passkey/register/verify', { purpose: 'register', ...created, label: markup });
    expect([answer.status, answer.json.redirect]).toEqual([200, '/continue']);
    expectText(await browser.visit(`${world.origin}/account`), 'shown');
  });

  it('by paths, queries, languages and tokens', async () => {
    const { browser } = visitor;
    const text = encodeURIComponent(markup);
    const paths = [
      `/${text}`,
      `/interaction/${text}`,
      `/sign-up/link?token=${text}`,
      `/sign-up/code?sent=${text}`,
    ];
    paths.push(`/?lang=${text}`, `/?${text}=${text}`, `/verify/${text}`, `/verify/other-ways/${text}`);
    paths.push(`/trust-framework/${text}`, `/oauth/authorize?client_id=${text}&ui_locales=${text}`);
    paths.push(`/oauth/sign-out?post_logout_redirect_uri=${text}&id_token_hint=${text}&state=${text}`);
    for (const path of paths) {
      const page = await browser.visit(world.origin + path);
      expectText(page);
      expect(page.status).toBeLessThan(500);
    }
  });
});
