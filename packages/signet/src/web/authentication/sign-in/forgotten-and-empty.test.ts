import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  emailedCode,
  freshEmail,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../../../../../test/support/visitors/signet-visitor.ts';
import { words } from '../../locales/index.ts';

let signet: TestSignet;
let visitor: Visitor;
beforeAll(async () => {
  signet = await startSignet();
  visitor = await makeAccount(signet);
});
afterAll(() => signet.close());

const { empty, notWhole, signIn: say } = words('en').signIn;

/** What a page says is wrong, at the fields. */
const problemsIn = (body: string): string[] =>
  [...body.matchAll(/class="usa-error-message"[^>]*>(?:<[^>]*>[^<]*<\/[^>]*>)?([^<]+)</g)].map(
    ([, text = '']) => text.trim(),
  );

async function send(
  path: string,
  form: string,
  fields: Record<string, string>,
  browser = new CookieBrowser(),
) {
  const page = await browser.visit(signet.origin + path);
  return submit(browser, page, form, fields);
}

describe('finding P11: signing in, as people expect it', () => {
  it.each([
    ['en', 'Forgot your password?'],
    ['es', '¿Olvidó su contraseña?'],
  ] as const)('in %s, “%s” stands by the password and leads to the recovery', async (lang, link) => {
    const { body } = await new CookieBrowser().visit(`${signet.origin}/sign-in?lang=${lang}`);
    expect(body.replaceAll(/\s+/g, ' ')).toContain(`<a href="/recover">${link}</a>`);
    expect(body.indexOf(link)).toBeGreaterThan(body.indexOf('name="password"'));
  });

  it.each([
    [{ email: '', password: '' }, [empty.email, empty.password]],
    [{ email: 'ana@mail.example', password: '' }, [empty.password]],
    [{ email: '  ', password: 'lamp at dusk today' }, [empty.email]],
  ])('an empty field says that it is empty: %o', async (typed, problems) => {
    const answer = await send('/sign-in', '/sign-in', typed);
    expect(answer.status).toBe(422);
    expect(problemsIn(answer.body)).toEqual(problems);
    expect(answer.body).not.toContain(say.errors['does-not-match']);
  });

  it('empty codes and passwords elsewhere say so too, and cost no attempt', async () => {
    const browser = new CookieBrowser();
    const { email, password } = visitor;
    await send('/sign-in', '/sign-in', { email, password }, browser);
    for (let n = 0; n < 12; n++) {
      const code = await send('/sign-in/code', '/sign-in/code', { code: ' ' }, browser);
      expect([code.status, problemsIn(code.body)]).toEqual([422, [empty.code]]);
    }
    const saved = await send('/sign-in/recovery-code', '/sign-in/recovery-code', { code: '' }, browser);
    expect(problemsIn(saved.body)).toEqual([empty['recovery-code']]);
    const mailed = new CookieBrowser();
    await send('/sign-up', '/sign-up', { email: freshEmail() }, mailed);
    const emailed = await send('/sign-up/code', '/sign-up/code', { code: '' }, mailed);
    expect([emailed.status, problemsIn(emailed.body)]).toEqual([422, [empty.code]]);
  });

  it('a code that lacks a digit, or has one too many, costs no attempt either, and the right one still opens', async () => {
    const mailed = new CookieBrowser();
    const email = freshEmail();
    await send('/sign-up', '/sign-up', { email }, mailed);
    const right = await emailedCode(signet, email);
    for (const code of [...Array(12).fill(right.slice(1)), `${right}0`, 'abc def']) {
      const answer = await send('/sign-up/code', '/sign-up/code', { code }, mailed);
      expect([answer.status, problemsIn(answer.body)]).toEqual([422, [notWhole.code]]);
    }
    const spaced = `${right.slice(0, 3)} - ${right.slice(3)}`;
    const on = await send('/sign-up/code', '/sign-up/code', { code: spaced }, mailed);
    expect(on.url.pathname).toBe('/sign-up/password');

    const browser = new CookieBrowser();
    await send('/sign-in', '/sign-in', { email: visitor.email, password: visitor.password }, browser);
    for (let n = 0; n < 12; n++) {
      const code = await send('/sign-in/code', '/sign-in/code', { code: '12345' }, browser);
      expect([code.status, problemsIn(code.body)]).toEqual([422, [notWhole.code]]);
    }
    const saved = await send(
      '/sign-in/recovery-code',
      '/sign-in/recovery-code',
      { code: 'ABCD-EFGH-JKMN' },
      browser,
    );
    expect(problemsIn(saved.body)).toEqual([notWhole['recovery-code']]);
    const signedIn = await send('/sign-in/code', '/sign-in/code', { code: nextCode(visitor) }, browser);
    expect(signedIn.url.pathname).toBe('/account');
  });
});
