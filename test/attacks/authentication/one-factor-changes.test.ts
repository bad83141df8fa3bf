import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  csrfIn,
  headingIn,
  makeAccount,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let owner: Visitor;
beforeAll(async () => {
  world = await startSignet();
  owner = await makeAccount(world);
});
afterAll(() => world.close());

const other = 'a kettle for loud mornings';

/** A browser that has given a right password and nothing more. */
async function withPassword(password: string): Promise<CookieBrowser> {
  const browser = new CookieBrowser();
  const page = await browser.visit(`${world.origin}/sign-in`);
  await submit(browser, page, '/sign-in', { email: owner.email, password });
  return browser;
}

describe('attack, a thief who knows only the password', () => {
  it.each([
    ['/account/password', { password: other }],
    ['/sign-up/password', { password: other }],
    ['/recovery-codes', {}],
  ])('B13: changes nothing by sending %s', async (path, fields) => {
    const thief = await withPassword(owner.password);
    const csrf = csrfIn(await thief.visit(`${world.origin}/sign-in/code`));
    const refused = await thief.post(new URL(path, world.origin), { csrf, ...fields });
    expect(headingIn(refused)).toBe('Enter the code from your app');
    const again = await withPassword(owner.password);
    expect(headingIn(await again.visit(`${world.origin}/sign-in/code`))).toBe('Enter the code from your app');
  });

  it.each(['/account', '/account/password', '/sign-up/app', '/recovery-codes'])(
    'A27: sees nothing of %s',
    async (path) => {
      const thief = await withPassword(owner.password);
      expect(headingIn(await thief.visit(world.origin + path))).toBe('Enter the code from your app');
    },
  );
});

it('B3, B13: with both factors the password is changed; the old one and every other session are worth nothing', async () => {
  const elsewhere = owner.browser.copy();
  const page = await owner.browser.visit(`${world.origin}/account/password`);
  const refused = await submit(owner.browser, page, '/account/password', { password: 'password' });
  expect(refused.status).toBe(422);
  const changed = await submit(owner.browser, refused, '/account/password', { password: other });
  expect(changed.body).toContain('Your password was changed');
  expect(headingIn(await elsewhere.visit(`${world.origin}/account`))).toBe('Sign in');
  const old = await withPassword(owner.password);
  expect(headingIn(await old.visit(`${world.origin}/sign-in/code`))).toBe('Sign in');
  const fresh = await withPassword(other);
  expect(headingIn(await fresh.visit(`${world.origin}/sign-in/code`))).toBe('Enter the code from your app');
});

it('B14: new recovery codes are asked for before the old ones end, and are shown once', async () => {
  const page = await owner.browser.visit(`${world.origin}/recovery-codes`);
  expect(page.body).toContain('will stop working');
  const codesIn = ({ body }: { body: string }) =>
    [...body.matchAll(/<li><code>([^<]+)/g)].map(([, it]) => it);
  const shown = await submit(owner.browser, page, '/recovery-codes');
  expect(codesIn(shown)).toHaveLength(10);
  expect(codesIn(shown)).not.toEqual(expect.arrayContaining([owner.recoveryCodes[0]]));
  const account = await submit(owner.browser, shown, '/recovery-codes/saved');
  expect(headingIn(account)).toBe('Your account');
  expect(codesIn(await owner.browser.visit(`${world.origin}/recovery-codes`))).toEqual([]);
});
