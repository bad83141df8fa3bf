import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { addPasskey, passkeyAnswer, sendJson } from '../../support/visitors/passkey-visitor.ts';
import {
  askForCode,
  emailedCode,
  freshEmail,
  headingIn,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';
import { tokenIn } from '../../support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

async function withPassword({ email, password }: Visitor): Promise<{ browser: CookieBrowser; page: Visit }> {
  const browser = new CookieBrowser();
  const start = await browser.visit(`${world.origin}/sign-in`);
  return { browser, page: await submit(browser, start, '/sign-in', { email, password }) };
}

const isIn = async (browser: CookieBrowser) =>
  (await browser.visit(`${world.origin}/account`)).url.pathname === '/account';

describe('attack, replay', () => {
  it('B7: of a code from the app: an onlooker who saw it typed is refused, in the same half minute', async () => {
    const victim = await makeAccount(world);
    const code = nextCode(victim);
    const [theirs, thiefs] = [await withPassword(victim), await withPassword(victim)];
    await submit(theirs.browser, theirs.page, '/sign-in/code', { code });
    expect(await isIn(theirs.browser)).toBe(true);
    const refused = await submit(thiefs.browser, thiefs.page, '/sign-in/code', { code });
    expect(refused.status).toBe(422);
    expect(await isIn(thiefs.browser)).toBe(false);
  });

  it('B14: of a recovery code', async () => {
    const victim = await makeAccount(world);
    const [code = ''] = victim.recoveryCodes;
    const outcomes = [];
    for (let n = 0; n < 2; n += 1) {
      const { browser } = await withPassword(victim);
      const page = await browser.visit(`${world.origin}/sign-in/recovery-code`);
      await submit(browser, page, '/sign-in/recovery-code', { code });
      outcomes.push(await isIn(browser));
    }
    expect(outcomes).toEqual([true, false]);
  });

  it('B8: of a passkey’s answer: in the same session, in another one, and for another challenge', async () => {
    const victim = await makeAccount(world);
    const authenticator = await addPasskey(world, victim.browser);
    const browser = new CookieBrowser();
    const answer = await passkeyAnswer(world, browser, authenticator);
    const before = browser.copy();
    const verify = (from: CookieBrowser) => sendJson(world, from, '/passkey/sign-in/verify', answer);
    expect((await verify(browser)).status).toBe(200);
    expect((await verify(browser)).status).toBe(409);
    expect((await verify(before)).status).toBe(409);
    const thief = new CookieBrowser();
    await passkeyAnswer(world, thief, authenticator); // a challenge of the thief's own is open
    expect((await verify(thief)).status).toBe(409);
    expect(await isIn(thief)).toBe(false);
  });

  it('B5: of the code in a mail', async () => {
    const email = freshEmail();
    const browser = new CookieBrowser();
    const page = await askForCode(world, browser, email);
    const thief = browser.copy();
    const code = await emailedCode(world, email);
    const on = await submit(browser, page, '/sign-up/code', { code });
    await submit(browser, on, '/sign-up/password', { password: 'correct horse battery' });
    const again = await submit(thief, page, '/sign-up/code', { code });
    expect(['Sign in', 'Check your email']).toContain(headingIn(again));
    expect(headingIn(await thief.visit(`${world.origin}/sign-up/password`))).not.toBe(
      'How do you want to sign in?',
    );
  });

  it('B5: of the link in a mail', async () => {
    const email = freshEmail();
    await askForCode(world, new CookieBrowser(), email);
    const mail = (await world.mailTo(email)).at(-1);
    if (!mail) throw new Error('no mail');
    const link = `${world.origin}/sign-up/link?token=${tokenIn(mail)}`;
    const headings = [];
    for (let n = 0; n < 2; n += 1) {
      const browser = new CookieBrowser();
      headings.push(headingIn(await submit(browser, await browser.visit(link), '/sign-up/link')));
    }
    expect(headings).toEqual(['How do you want to sign in?', 'That link does not work now']);
  });
});
