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

describe('attacks on passkeys', () => {
  it('attack: the same answer sent twice, one after the other and at once', async () => {
    const phone = device();
    await withPrf(phone);
    const { authentication, sessions } = world;
    const asked = await authentication.passkey.requestOptions(await sessions.begin({}));
    const answer = phone.get(asked.options);
    const both = await Promise.all(
      [1, 2].map(() => authentication.passkey.signIn(asked.presence, { ...answer, source })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const another = await authentication.passkey.requestOptions(await sessions.begin({}));
    expect(await authentication.passkey.signIn(another.presence, { ...answer, source })).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
  });

  it('attack: a challenge asked for by another session', async () => {
    const phone = device();
    await withPrf(phone);
    const theirs = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const mine = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const stolen = phone.get(theirs.options);
    expect(await world.authentication.passkey.signIn(mine.presence, { ...stolen, source })).toMatchObject({
      ok: false,
    });
  });

  it('attack: phishing. An answer given to another origin, or for another relying party', async () => {
    const phone = device();
    await withPrf(phone);
    expect(await signIn(phone, undefined, { origin: 'https://signet.example.evil.test' })).toEqual({
      ok: false,
      error: { code: 'passkey-refused' },
    });
    const [credential] = phone.credentials;
    if (!credential) throw new Error('no credential');
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const elsewhere = { ...credential, rpId: 'evil.test' };
    phone.credentials.splice(0, 1, elsewhere);
    const answer = phone.get({ ...asked.options, rpId: 'evil.test' });
    expect(await world.authentication.passkey.signIn(asked.presence, { ...answer, source })).toMatchObject({
      ok: false,
    });
  });

  it('attack: a copied key shows by its counter', async () => {
    const key = device({ synced: false, prf: 'at-once' });
    await registered(key);
    must(await signIn(key));
    must(await signIn(key));
    const [credential] = key.credentials;
    if (!credential) throw new Error('no credential');
    credential.counter = 1;
    expect(await signIn(key)).toEqual({ ok: false, error: { code: 'passkey-refused' } });
  });

  it("attack: another person's handle with one's own key", async () => {
    const [mine, theirs] = [device({ prf: 'at-once' }), device({ prf: 'at-once' })];
    await registered(mine);
    await registered(theirs);
    const [own, other] = [mine.credentials[0], theirs.credentials[0]];
    if (!own || !other) throw new Error('no credential');
    mine.credentials.splice(0, 1, { ...own, userHandle: other.userHandle });
    expect(await signIn(mine)).toMatchObject({ error: { code: 'passkey-refused' } });
  });

  it('attack: registering a passkey that another account has', async () => {
    const phone = device({ prf: 'at-once' });
    await registered(phone);
    const [theirs] = phone.credentials;
    if (!theirs) throw new Error('no credential');
    const start = await confirmed(world, `thief${number}@mail.example`);
    const { presence, options } = must(await world.authentication.passkey.creationOptions(start));
    const copy = device({ prf: 'at-once', credentialId: theirs.id });
    expect(await world.authentication.passkey.enroll(presence, copy.create(options))).toEqual({
      ok: false,
      error: { code: 'passkey-already-registered' },
    });
    expect(await signIn(copy)).toMatchObject({ error: { code: 'passkey-refused' } });
    expect(await signIn(phone)).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', {}],
    ['no response', { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }],
    ['a client data that is not JSON', { id: 'AAAA', rawId: 'AAAA', response: { clientDataJSON: 'AAAA' } }],
    ['a number for an id', { id: 7, response: { clientDataJSON: 7 } }],
  ])('attack: a malformed answer, %s, is refused and no fault', async (_, response) => {
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const answer = { response: response as never };
    expect(await world.authentication.passkey.signIn(asked.presence, { ...answer, source })).toMatchObject({
      ok: false,
    });
    const start = await confirmed(world, `malformed${++number}@mail.example`);
    const { presence } = must(await world.authentication.passkey.creationOptions(start));
    expect(await world.authentication.passkey.enroll(presence, answer)).toMatchObject({
      error: { code: 'passkey-refused' },
    });
  });

  it('attack: the right answer after a wrong one to the same challenge', async () => {
    const phone = device();
    await withPrf(phone);
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const right = phone.get(asked.options);
    const wrong = phone.get(asked.options, { origin: 'https://evil.test' });
    expect(await world.authentication.passkey.signIn(asked.presence, { ...wrong, source })).toMatchObject({
      ok: false,
    });
    const now = await world.sessions.load(asked.presence.cookie.reveal());
    expect(now && (await world.authentication.passkey.signIn(now, { ...right, source }))).toMatchObject({
      ok: false,
    });
  });
});
