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

describe('the ceremony', () => {
  it('B8, B10: asks for verification, a discoverable key and PRF, with a challenge of 256 bits', async () => {
    const { options } = await registered(device());
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    expect(options).toMatchObject({
      rp: { id: 'signet.example', name: 'Signet' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      extensions: { credProps: true, prf: { eval: { first: expect.stringMatching(/^[\w-]{43}$/) } } },
    });
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    expect(asked.options).toMatchObject({
      userVerification: 'preferred',
      extensions: { prf: options.extensions.prf },
    });
    expect(asked.options.allowCredentials ?? []).toHaveLength(0);
  });

  it('asks for a security key where the person wants one, and never for a key that is registered', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'wanted@mail.example');
    const any = must(await authentication.passkey.creationOptions(account.presence));
    expect(any.options.authenticatorSelection?.authenticatorAttachment).toBeUndefined(); // phones may answer, too
    const laptop = device({ prf: 'at-once' });
    const next = must(await authentication.passkey.enroll(any.presence, laptop.create(any.options)));
    const { options } = must(
      await authentication.passkey.creationOptions(next.presence, { kind: 'securityKey' }),
    );
    expect(options).toMatchObject({
      hints: ['security-key'],
      authenticatorSelection: { authenticatorAttachment: 'cross-platform', residentKey: 'preferred' },
      excludeCredentials: [{ id: expect.any(String), transports: ['internal'] }],
    });
    expect(() => laptop.create(options)).toThrow('registered already');
  });

  it('A27: gives the authenticator a random handle and no meaning in it', async () => {
    const [one, two] = [await registered(device()), await registered(device())];
    const handles = [one, two].map(({ options }) => Buffer.from(options.user.id, 'base64url'));
    expect(handles.map(({ length }) => length)).toEqual([32, 32]);
    expect(handles[0]?.equals(handles[1] ?? Buffer.alloc(0))).toBe(false);
    expect(handles[0]?.toString('latin1')).not.toContain('passkey');
  });

  it('B10: a passkey used without verification is one factor, whatever it was before', async () => {
    const phone = device();
    const { presence } = await withPrf(phone);
    const back = must(await signIn(phone, undefined, { userVerified: false }));
    expect(back.presence.session).toMatchObject({ aal: 1, phishingResistant: true });
    expect(await world.authentication.signIn.nextStep(back.presence)).toEqual({
      step: 'second-factor',
      choices: ['passkey'],
    });
    expect(await world.authentication.authenticatorApp.start(back.presence)).toMatchObject({ ok: false });
    expect(presence.session.aal).toBe(2);
  });

  it('B10: an account whose one passkey does not verify asks for a password beside it', async () => {
    const bare = device({ userVerified: false, prf: 'none' });
    const { presence } = await registered(bare);
    expect(presence.session.aal).toBe(1);
    expect(await world.authentication.signIn.nextStep(presence)).toEqual({
      step: 'second-authenticator',
      choices: ['password', 'passkey'],
    });
  });

  it.each([
    ['B2: a device-bound key', 3, { synced: false }],
    ['B2: a syncable key', 2, { synced: true }],
  ] as const)('%s is worth AAL%d', async (_, aal, traits) => {
    const key = device({ prf: 'at-once', ...traits });
    await registered(key);
    expect(must(await signIn(key)).presence.session.aal).toBe(aal);
  });

  it('serves two tabs: the challenge of one is not taken by the other', async () => {
    const phone = device();
    await withPrf(phone);
    const { authentication, sessions } = world;
    const browser = await sessions.begin({});
    const tabs = [
      await authentication.passkey.requestOptions(browser),
      await authentication.passkey.requestOptions(browser),
    ];
    const now = await sessions.load(browser.cookie.reveal());
    const first = tabs[0];
    if (!now || !first) throw new Error('no session');
    expect(await authentication.passkey.signIn(now, { ...phone.get(first.options), source })).toMatchObject({
      ok: true,
    });
  });

  it('takes a counter that never moves, as synced passkeys have', async () => {
    const phone = device({ counts: false });
    await withPrf(phone);
    expect(await signIn(phone)).toMatchObject({ ok: true });
    expect(await signIn(phone)).toMatchObject({ ok: true });
  });
});
