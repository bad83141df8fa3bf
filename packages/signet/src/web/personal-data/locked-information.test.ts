import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CookieBrowser } from '../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import { submit } from '../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified, type VerifiedVisitor } from '../../../../../test/support/visitors/verified-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const db = () => world.signet.resources.pool.db;
const see = (path: string, browser: CookieBrowser) => browser.visit(world.origin + path);

/** As after a way in that cannot open the vault. */
const shut = ({ person }: VerifiedVisitor) =>
  sql`UPDATE sessions SET vault_wrap = NULL WHERE person = ${person}`.execute(db());

it('where the session cannot open the vault, leads to what opens it, and back', async () => {
  const other = await makeVerified(world);
  await shut(other);
  const locked = await see('/account/data', other.browser);
  expect(locked.body).toContain('Your information is locked on this device');
  const open = await see('/sign-in/open-vault?to=/account/data', other.browser);
  const wrong = await submit(other.browser, open, '/sign-in/open-vault/password', {
    password: 'not this one',
  });
  const back = await submit(other.browser, wrong, '/sign-in/open-vault/password', {
    password: other.password,
  });
  expect(back.url.pathname).toBe('/account/data');
  expect(back.body).toContain(`•••-••-${other.ssn.slice(-4)}`);
  const away = await see('/sign-in/open-vault?to=https://evil.example/', other.browser);
  expect(away.body).toContain('name="to" value="/account"');
});

/** A password chosen after a recovery, which opens nothing that was locked before it. */
const chooseAnew = ({ person }: VerifiedVisitor) =>
  sql`UPDATE vault_wraps SET ref = 'before' WHERE person = ${person} AND kind = 'password'`.execute(db());

const newer = 'because you chose it after the information was locked';

it('where the password is newer than the lock, as after a recovery, says so, and goes on saying so after a wrong code', async () => {
  const other = await makeVerified(world);
  await shut(other);
  await chooseAnew(other);
  const open = await see('/sign-in/open-vault?to=/account/data', other.browser);
  const still = await submit(other.browser, open, '/sign-in/open-vault/password', {
    password: other.password,
  });
  const wrong = await submit(other.browser, still, '/sign-in/open-vault/code', {
    code: 'AAAA-AAAA-AAAA-AAAA',
  });
  expect(wrong.body).toContain('was already used');
  for (const page of [still, wrong]) {
    expect(page.url.pathname).toMatch(/^\/sign-in\/open-vault/);
    expect(page.body).toContain(newer);
    expect(page.body).not.toContain('action="/sign-in/open-vault/password"');
    expect(page.body).toContain('action="/account/data/prove-again"');
  }
  const [code = ''] = other.recoveryCodes;
  const back = await submit(other.browser, wrong, '/sign-in/open-vault/code', { code });
  expect(back.url.pathname).toBe('/account/data');
  expect(back.body).toContain(`•••-••-${other.ssn.slice(-4)}`);
});

it('keeps what is wrong and the way back when the language is switched', async () => {
  const other = await makeVerified(world);
  await shut(other);
  const open = await see('/sign-in/open-vault?password=newer&to=/account/data', other.browser);
  const wrong = await submit(other.browser, open, '/sign-in/open-vault/code', { code: 'AAAAA' });
  const [, href = ''] = /href="([^"]+)" lang="es"/.exec(wrong.body) ?? [];
  const spanish = await see(href.replaceAll('&amp;', '&'), other.browser);
  expect(spanish.body).toContain('porque la eligió después de que la información se cerró');
  expect(spanish.body).toContain('name="to" value="/account/data"');
});
