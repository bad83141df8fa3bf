import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEmailAddress } from '../../../packages/signet/src/modules/accounts/index.ts';
import type { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { addPasskey, passkeyAnswer, sendJson } from '../../support/visitors/passkey-visitor.ts';
import {
  csrfIn,
  headingIn,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';
import type { SoftwareAuthenticator } from '../../support/visitors/software-authenticator.ts';

let world: TestSignet;
let owner: Visitor;
beforeAll(async () => {
  world = await startSignet();
  owner = await makeAccount(world);
});
afterAll(() => world.close());

const twentyMinutes = 20 * 60;

async function confirmWith(browser: CookieBrowser, authenticator: SoftwareAuthenticator) {
  const answer = await passkeyAnswer(world, browser, authenticator);
  return sendJson(world, browser, '/passkey/confirm/verify?to=/account/ways', answer);
}

const confirmPage = (browser: CookieBrowser) =>
  browser.visit(`${world.origin}/sign-in/confirm?to=${encodeURIComponent('/account/ways')}`);

describe('attack, a browser left open', () => {
  it('A27: a person who comes to it later is asked for a factor, and goes on with a right one', async () => {
    await world.ageAuthentications(twentyMinutes);
    const page = await confirmPage(owner.browser);
    expect(headingIn(page)).toBe('Confirm it is you');
    const refused = await submit(owner.browser, page, '/sign-in/confirm/password', { password: 'a guess' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('That password is not right');
    const code = await owner.browser.visit(`${world.origin}/sign-in/confirm?to=/account/ways&with=totp`);
    const wrong = await submit(owner.browser, code, '/sign-in/confirm/code', { code: '000000' });
    expect(wrong.status).toBe(422);
    const on = await submit(owner.browser, wrong, '/sign-in/confirm/code', { code: nextCode(owner) });
    expect(on.url.pathname).toBe('/account/ways');
    expect((await confirmPage(owner.browser)).url.pathname).toBe('/account/ways'); // asked once
  });

  it('A27: another person’s passkey, right as it is, neither confirms nor changes whose account it is', async () => {
    const other = await makeAccount(world);
    const others = await addPasskey(world, other.browser);
    const own = await addPasskey(world, owner.browser);
    await world.ageAuthentications(twentyMinutes);
    const refused = await confirmWith(owner.browser, others);
    expect(refused.status).toBe(409);
    expect(refused.body.message).toContain('another account');
    const account = await owner.browser.visit(`${world.origin}/account`);
    expect(account.body.replaceAll('<wbr/>', '')).toContain(owner.email);
    expect(headingIn(await confirmPage(owner.browser))).toBe('Confirm it is you');
    const right = await confirmWith(owner.browser, own);
    expect(right.body).toEqual({ redirect: '/account/ways' });
    expect((await confirmPage(owner.browser)).url.pathname).toBe('/account/ways');
  });

  it.each<readonly [string, Record<string, string>]>([
    ['/account/password', { password: 'a kettle for loud mornings' }],
    ['/account/contact/add', { email: 'thief@mail.example' }],
    ['/account/contact/:own/primary', {}],
    ['/account/contact/:own/remove', {}],
    ['/account/ways/password/remove', {}],
    ['/account/ways/totp/remove', {}],
    ['/account/data/download', { as: 'json' }],
    ['/account/data/prove-again', {}],
    ['/account/close', { understood: 'yes' }],
  ])(
    'A27: %s, sent straight to it without its page, asks for a factor and does nothing',
    async (path, fields) => {
      await world.ageAuthentications(twentyMinutes);
      const { accounts } = world.signet;
      const address = parseEmailAddress(owner.email);
      const person = address.ok ? (await accounts.findByEmail(address.value))?.person : undefined;
      const [own] = person ? await accounts.addresses.of(person) : [];
      const csrf = csrfIn(await owner.browser.visit(`${world.origin}/account`));
      const mails = (await world.mailTo('thief@mail.example')).length;
      const to = new URL(path.replace(':own', own?.id ?? ''), world.origin);
      const answer = await owner.browser.post(to, { csrf, ...fields });
      expect(answer.url.pathname).toBe('/sign-in/confirm');
      expect(await world.mailTo('thief@mail.example')).toHaveLength(mails);
    },
  );
});
