import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthenticatorTraits,
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  confirmed,
  finishedAccount,
  must,
  origin,
  source,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import type { Presence } from '../session/index.ts';

let world: AuthenticationWorld;
let number = 0;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const device = (traits: Partial<AuthenticatorTraits> = {}): SoftwareAuthenticator =>
  softwareAuthenticator({ origin, synced: true, ...traits });

/** A new account whose first authenticator is a passkey of this device. */
async function registered(authenticator: SoftwareAuthenticator) {
  number += 1;
  const email = `passkey${number}@mail.example`;
  const start = await confirmed(world, email);
  const { presence, options } = must(await world.authentication.passkey.creationOptions(start));
  const enrolled = must(await world.authentication.passkey.enroll(presence, authenticator.create(options)));
  return { email, options, ...enrolled };
}

/** The whole of a registration, with the second ceremony that most devices need for PRF. */
async function withPrf(authenticator: SoftwareAuthenticator) {
  const enrolled = await registered(authenticator);
  if (!enrolled.prfOptions) return enrolled;
  const answer = authenticator.get(enrolled.prfOptions);
  const { presence, opensVault } = must(
    await world.authentication.passkey.signIn(enrolled.presence, { ...answer, source }),
  );
  return { ...enrolled, presence, opensVault };
}

async function signIn(
  authenticator: SoftwareAuthenticator,
  from?: Presence,
  at: Partial<AuthenticatorTraits> = {},
) {
  const asked = await world.authentication.passkey.requestOptions(from ?? (await world.sessions.begin({})));
  return world.authentication.passkey.signIn(asked.presence, {
    ...authenticator.get(asked.options, at),
    source,
  });
}

describe('a passkey', () => {
  it('B1: makes an account, signs in without a name, and opens the vault by its PRF', async () => {
    const phone = device();
    const { presence } = await withPrf(phone);
    expect(presence.session).toMatchObject({ aal: 2, phishingResistant: true, opensVault: true });
    expect(await world.authentication.signIn.nextStep(presence)).toEqual({ step: 'recovery-codes' });
    const back = must(await signIn(phone));
    expect(back.opensVault).toBe(true);
    expect(back.presence.session).toMatchObject({ aal: 2, person: presence.session.person });
    expect(await world.sessions.openVault(back.presence)).toBeDefined();
  });

  it('gives its way into the vault at once where the device has PRF while registering', async () => {
    const key = device({ prf: 'at-once' });
    const enrolled = await registered(key);
    expect(enrolled).toMatchObject({ opensVault: true });
    expect(enrolled.prfOptions).toBeUndefined();
    expect(must(await signIn(key)).opensVault).toBe(true);
  });

  it('without PRF signs in and says that it opens no vault; recovery codes make the vault', async () => {
    const old = device({ prf: 'none' });
    const enrolled = await registered(old);
    expect(enrolled.opensVault).toBe(false);
    expect(enrolled.presence.session).toMatchObject({ aal: 2, opensVault: false });
    const issued = must(await world.authentication.recoveryCodes.issue(enrolled.presence));
    expect(issued).toMatchObject({ openVault: true, presence: { session: { opensVault: true } } });
    const back = must(await signIn(old));
    expect(back.opensVault).toBe(false);
    expect(await world.sessions.openVault(back.presence)).toBeUndefined();
    const code = issued.codes[0]?.reveal() ?? '';
    const opened = must(await world.authentication.recoveryCodes.use(back.presence, { code, source }));
    expect(opened.session).toMatchObject({ aal: 2, opensVault: true });
    expect(await world.sessions.openVault(opened)).toBeDefined();
  });

  it('is lent a way into a vault that a password opened', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'lent@mail.example');
    const phone = device();
    const { presence, options } = must(await authentication.passkey.creationOptions(account.presence));
    const { presence: next, prfOptions } = must(
      await authentication.passkey.enroll(presence, phone.create(options)),
    );
    if (!prfOptions) throw new Error('no second ceremony');
    must(await authentication.passkey.signIn(next, { ...phone.get(prfOptions), source }));
    expect(must(await signIn(phone)).opensVault).toBe(true);
    const { person } = account.presence.session;
    expect(person && (await authentication.authenticators.of(person))).toMatchObject({
      password: true,
      totp: true,
      passkeys: [{ opensVault: true, synced: true, userVerified: true }],
    });
  });

  it('B13: does not raise the session that binds it, until it is used', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'bound@mail.example');
    const key = device({ synced: false, prf: 'at-once' });
    const { presence, options } = must(await authentication.passkey.creationOptions(account.presence));
    const bound = must(await authentication.passkey.enroll(presence, key.create(options)));
    expect(bound.presence.session).toMatchObject({ aal: 2, phishingResistant: false });
    expect(must(await signIn(key, bound.presence)).presence.session.aal).toBe(3);
  });

  it('can be the second factor after the password, from among their own', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'second@mail.example');
    const key = device({ userVerified: false, prf: 'none' });
    const { presence, options } = must(await authentication.passkey.creationOptions(account.presence));
    must(await authentication.passkey.enroll(presence, key.create(options)));
    const first = must(await withPassword(world, account.email));
    expect(await authentication.signIn.nextStep(first)).toMatchObject({
      choices: ['passkey', 'totp', 'recovery-code'],
    });
    const asked = await authentication.passkey.requestOptions(first);
    expect(asked.options.allowCredentials).toHaveLength(1);
    expect(must(await signIn(key, first)).presence.session).toMatchObject({ aal: 2, opensVault: true });
  });
});

describe('escrow, where the operator turned it on', () => {
  it('lets a passkey without PRF open the vault, and the audit log says so each time', async () => {
    const with_ = await authenticationWorld({ escrow: true });
    const own = world;
    world = with_;
    try {
      const old = device({ prf: 'none' });
      const { presence } = await registered(old);
      expect(presence.session.opensVault).toBe(true);
      const back = must(await signIn(old));
      expect(back.presence.session.opensVault).toBe(true);
      const account = presence.session.person && (await with_.accounts.get(presence.session.person));
      const entries = account ? await with_.audit.about(account.auditRef, { limit: 20 }) : [];
      expect(entries.map(({ action }) => action)).toContain('vault.escrow-opened');
    } finally {
      world = own;
      await with_.close();
    }
  });
});
