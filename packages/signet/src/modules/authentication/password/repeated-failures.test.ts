import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { hours, minutes, seconds } from '../../../kernel/index.ts';
import { derivePassword } from './password-hash.ts';

vi.mock('./password-hash.ts', async (original) => {
  const real = await original<typeof import('./password-hash.ts')>();
  return { ...real, derivePassword: vi.fn(real.derivePassword) };
});

let world: AuthenticationWorld;
let number = 0;
let account: FinishedAccount;

beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  number += 1;
  account = await finishedAccount(world, `person${number}@mail.example`);
  world.clock.advance(minutes(2)); // the code that bound the app is long past
});

const code = () => totpCode(account.totpKey, world.clock.now());
const wrongCode = () => (code() === '000000' ? '111111' : '000000');

/** As after so many failures in a row: the count is the row's, and `B4` below shows once that it is made one by one. */
async function failedAlready(table: 'passwords' | 'totp_authenticators', failures: number): Promise<void> {
  const { person } = account.presence.session;
  await sql`UPDATE ${sql.table(table)} SET failures = ${failures} WHERE person = ${person}`.execute(
    world.pool.db,
  );
}

/** Fails so often in a row, slowly enough for every brake; from ever new places unless one is named. */
async function failing(
  times: number,
  once: (from: string) => Promise<{ ok: boolean }>,
  place?: string,
): Promise<void> {
  for (let n = 0; n < times; n++) {
    if (n % 10 === 0) world.clock.advance(hours(2));
    expect(await once(place ?? `2001:db8:0:${n.toString(16)}::1`)).toMatchObject({ ok: false });
  }
}

/** Signs in here with both factors, which makes this place theirs. */
async function signedInHere(): Promise<void> {
  const presence = must(await withPassword(world, account.email));
  must(await world.authentication.authenticatorApp.verify(presence, { code: code(), source }));
}

describe('too many tries', () => {
  it('B4: after 100 failures in a row the right password fails too, until it is set anew', async () => {
    await signedInHere();
    const wrongly = (from: string) => withPassword(world, account.email, 'wrong password', from);
    await failing(80, wrongly);
    await failing(20, wrongly, source);
    world.clock.advance(hours(2));
    expect(await withPassword(world, account.email)).toEqual({
      ok: false,
      error: { code: 'does-not-match' },
    });
    const mails = (await world.mailTo(account.email)).map(({ subject }) => subject);
    expect(mails.filter((subject) => subject.includes('turned off'))).toEqual([
      'Your Signet password was turned off',
    ]);
  });

  it('B4: a success after 99 failures starts the count again', async () => {
    await signedInHere();
    await failedAlready('passwords', 99);
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
    await failing(1, (from) => withPassword(world, account.email, 'wrong password', from));
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('attack: thirty guesses at once get no more than the limit for one place', async () => {
    vi.mocked(derivePassword).mockClear();
    const all = await Promise.all(
      Array.from({ length: 30 }, () => withPassword(world, account.email, 'wrong password')),
    );
    expect(all.filter((one) => !one.ok && one.error.code === 'does-not-match')).toHaveLength(10);
    expect(vi.mocked(derivePassword)).toHaveBeenCalledTimes(10);
  });

  it('B4: a stranger cannot keep a person out of where they sign in from', async () => {
    await signedInHere();
    for (let n = 0; n < 40; n++) {
      await withPassword(world, account.email, 'wrong password', `203.0.113.${n}`);
    }
    const stranger = await withPassword(world, account.email, 'wrong password', '203.0.113.200');
    expect(stranger).toMatchObject({ error: { code: 'too-many-attempts' } });
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('B4: attack: with an address alone a stranger does not turn somebody’s password off', async () => {
    await signedInHere();
    const wrongly = (from: string) => withPassword(world, account.email, 'wrong password', from);
    await failing(130, wrongly);
    world.clock.advance(hours(2));
    expect(await withPassword(world, account.email, goodPassword, '203.0.113.9')).toMatchObject({
      error: { code: 'does-not-match' },
    });
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('attack: the many addresses of one IPv6 network are one place', async () => {
    const all = [];
    for (let n = 0; n < 12; n++) {
      all.push(await withPassword(world, account.email, 'wrong password', `2001:db8:7::${n.toString(16)}`));
    }
    expect(all.filter((one) => !one.ok && one.error.code === 'does-not-match')).toHaveLength(10);
  });

  it('says how long to wait, and that is true', async () => {
    for (let n = 0; n < 10; n++) await withPassword(world, account.email, 'wrong password');
    const refused = await withPassword(world, account.email);
    if (refused.ok || refused.error.code !== 'too-many-attempts') throw new Error('not refused');
    const { retryAfterSeconds } = refused.error;
    expect(retryAfterSeconds).toBeLessThanOrEqual(30 * 60);
    world.clock.advance(seconds(retryAfterSeconds));
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('B4: after 100 wrong codes in a row the app is off', async () => {
    await signedInHere();
    await failedAlready('totp_authenticators', 99);
    const presence = must(await withPassword(world, account.email));
    const verify = (typed: string) =>
      world.authentication.authenticatorApp.verify(presence, { code: typed, source });
    expect(await verify(wrongCode())).toMatchObject({ error: { code: 'wrong-code' } });
    expect(await verify(code())).toMatchObject({ error: { code: 'wrong-code' } });
    expect((await world.newestMail(account.email)).subject).toBe(
      'Your Signet authenticator app was turned off',
    );
  });

  it('B5, B15: attack: turning the app off by a hundred wrong codes does not let a mailbox take its place', async () => {
    await failedAlready('totp_authenticators', 100);
    const thief = must(await withPassword(world, account.email));
    expect(await world.authentication.signIn.nextStep(thief)).toEqual({
      step: 'second-factor',
      choices: ['recovery-code'],
    });
    expect(await world.authentication.authenticatorApp.start(thief)).toMatchObject({
      error: { code: 'not-now' },
    });
    expect((await world.newestMail(account.email)).text).not.toMatch(/token=/);
  });
});
