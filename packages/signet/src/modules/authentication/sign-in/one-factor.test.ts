import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  confirmed,
  must,
  origin,
  source,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { Redacted } from '../../../kernel/index.ts';
import type { Presence } from '../session/index.ts';

/** Attacks by somebody who has one factor of another person's account and tries to make two of it. */
let world: AuthenticationWorld;
let number = 0;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

/** A new account with nothing but a security key that asked for no PIN; the victim is gone before a second step. */
async function keyWithoutPin() {
  const key = softwareAuthenticator({ origin, userVerified: false });
  const email = `key${++number}@mail.example`;
  const start = await confirmed(world, email);
  const { presence, options } = must(await world.authentication.passkey.creationOptions(start));
  const enrolled = must(await world.authentication.passkey.enroll(presence, key.create(options)));
  expect(enrolled.presence.session.aal).toBe(1);
  return { key, email };
}

async function signIn(key: SoftwareAuthenticator, from?: Presence, userVerified = false) {
  const { authentication, sessions } = world;
  const asked = await authentication.passkey.requestOptions(from ?? (await sessions.begin({})));
  const answer = { ...key.get(asked.options, { userVerified }), source };
  return authentication.passkey.signIn(asked.presence, answer);
}

const goodPassword = new Redacted('a quiet lamp in the hall');

describe('B10, B13: attack with a stolen security key that asks for no PIN', () => {
  it('a mailbox of the thief’s own, asked about before, does not finish the account', async () => {
    const { authentication } = world;
    const { key } = await keyWithoutPin();
    const mailbox = `thief${number}@mail.example`;
    const input = { email: mailbox, language: 'en', source } as const;
    const before = must(await authentication.email.start(await world.sessions.begin({}), input));
    const { presence } = must(await signIn(key, before));
    const again = await authentication.email.resend(presence, { source });
    const code = codeIn(await world.newestMail(mailbox));
    const confirmedNow = await authentication.email.confirm(again.ok ? again.value : presence, {
      code,
      source,
    });
    const thief = confirmedNow.ok ? confirmedNow.value : presence;
    expect(await authentication.signIn.nextStep(thief)).toEqual({ step: 'confirm-email' });
    expect(await authentication.password.set(thief, { password: goodPassword })).toMatchObject({
      error: { code: 'not-now' },
    });
  });

  it('a key used twice without a PIN is one factor still', async () => {
    const { key } = await keyWithoutPin();
    const once = must(await signIn(key));
    const twice = must(await signIn(key, once.presence));
    expect(twice.presence.session.aal).toBe(1);
  });

  it('B5, B15: an account that was ever used with the PIN is not finished by a mailbox', async () => {
    const { authentication } = world;
    const { key, email } = await keyWithoutPin();
    expect(must(await signIn(key, undefined, true)).presence.session.aal).toBeGreaterThanOrEqual(2);
    const thief = must(await signIn(key));
    expect(await authentication.signIn.nextStep(thief.presence)).toMatchObject({ step: 'second-factor' });
    const mails = (await world.mailTo(email)).filter((mail) => codeIn(mail) !== 'no code');
    expect(mails).toHaveLength(1); // of sign-up, and none since
  });
});

it('B13: the owner of a half-made account signs in with the key and is mailed a code to go on with', async () => {
  const { authentication } = world;
  const { key, email } = await keyWithoutPin();
  const { presence } = must(await signIn(key));
  expect(await authentication.signIn.nextStep(presence)).toEqual({ step: 'confirm-email' });
  expect(authentication.email.underWay(presence)?.reveal()).toBe(email);
  const code = codeIn(await world.newestMail(email));
  const owner = must(await authentication.email.confirm(presence, { code, source }));
  const finished = must(await authentication.password.set(owner, { password: goodPassword }));
  expect(finished.session.aal).toBeGreaterThanOrEqual(2);
});

it('A22: a mail to the holder of an account is in the holder’s language, whoever typed the address', async () => {
  const { authentication, sessions } = world;
  const email = `lengua${++number}@mail.example`;
  must(await authentication.password.set(await confirmed(world, email), { password: goodPassword }));
  must(await authentication.email.start(await sessions.begin({}), { email, language: 'es', source }));
  expect((await world.newestMail(email)).text).toMatch(/account/);
});
