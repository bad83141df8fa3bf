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

it('where the password is newer than the lock, as after a recovery, says so once and does not ask for it again', async () => {
  const other = await makeVerified(world);
  await shut(other);
  await sql`UPDATE vault_wraps SET ref = 'before' WHERE person = ${other.person} AND kind = 'password'`.execute(
    db(),
  );
  const open = await see('/sign-in/open-vault?to=/account/data', other.browser);
  const still = await submit(other.browser, open, '/sign-in/open-vault/password', {
    password: other.password,
  });
  expect(still.url.pathname).toBe('/sign-in/open-vault');
  expect(still.body).toContain('Your password is right, but it is newer than this lock');
  expect(still.body).not.toContain('action="/sign-in/open-vault/password"');
  expect(still.body).toContain('action="/sign-in/open-vault/code"');
});
