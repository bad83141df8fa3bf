import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  emailedCode,
  headingIn,
  makeAccount,
  nextCode,
  submit,
} from '../../../../../../test/support/visitors/signet-visitor.ts';
import { words } from '../../locales/index.ts';

let signet: TestSignet;
beforeAll(async () => {
  signet = await startSignet({ environment: { SIGNET_SANDBOX_URL: 'http://localhost:1' } });
});
afterAll(() => signet.close());

const lost = 'a lamp at dusk by the harbor';

it.each(['en', 'es'] as const)(
  'after a recovery in %s a new password goes on with the app that a person still has',
  async (lang) => {
    const ana = await makeAccount(signet);
    const browser = new CookieBrowser();
    const { recovery, signIn } = words(lang);
    const visit = (path: string) => browser.visit(signet.origin + path);
    const ask = await visit(`/recover?lang=${lang}`);
    const mailed = await submit(browser, ask, '/recover', { email: ana.email });
    expect(mailed.body).toContain('href="http://localhost:1/outbox"'); // where a code is waited for
    expect(ask.body).not.toContain('http://localhost:1/outbox');
    const choose = await submit(browser, mailed, '/recover/code', {
      code: await emailedCode(signet, ana.email),
    });
    await submit(browser, choose, '/recover/choose', { rung: 'saved-code' });
    const saved = await visit('/recover/saved-code');
    const back = await submit(browser, saved, '/recover/saved-code', { code: ana.recoveryCodes[0] ?? '' });
    expect(headingIn(back)).toBe(recovery.rebind.title);
    expect(back.body).not.toContain('/recover/keep-app'); // beside a new password only
    expect((await visit('/recover/keep-app')).url.pathname).toBe('/recover/new');

    const password = await visit('/sign-up/password');
    expect(headingIn(password)).toBe(signIn.newPassword.title);
    expect(password.body).not.toContain('<signet-passkey');
    const second = await submit(browser, password, '/sign-up/password', { password: lost });
    expect(headingIn(second)).toBe(recovery.rebind.titleSecond);
    expect(second.body).toContain(`<title>${recovery.rebind.titleSecond} `);
    expect(second.body).toContain('href="/recover/keep-app"');

    const keep = await visit('/recover/keep-app');
    const wrong = await submit(browser, keep, '/recover/keep-app', { code: '000000' });
    expect([wrong.status, headingIn(wrong)]).toEqual([422, recovery.app.title]);
    const on = await submit(browser, wrong, '/recover/keep-app', { code: nextCode(ana) });
    expect(on.url.pathname).toBe('/recover/review');
    expect((await submit(browser, on, '/recover/review')).url.pathname).toBe('/account');

    const subjects = (await signet.mailTo(ana.email)).map(({ subject }) => subject);
    expect(subjects).toContain('Your Signet password was changed'); // in the language of the account
    expect(subjects.filter((subject) => /New way/.test(subject))).toEqual([]);
  },
);
