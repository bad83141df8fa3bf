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

import type { Presence } from '../session/session.ts';

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
  const { presence, options } = must(await world.authentication.passkeyCreationOptions(start));
  const enrolled = must(await world.authentication.enrollPasskey(presence, authenticator.create(options)));
  return { email, options, ...enrolled };
}

/** The whole of a registration, with the second ceremony that most devices need for PRF. */
async function withPrf(authenticator: SoftwareAuthenticator) {
  const enrolled = await registered(authenticator);
  if (!enrolled.prfOptions) return enrolled;
  const answer = authenticator.get(enrolled.prfOptions);
  const { presence, opensVault } = must(
    await world.authentication.signInWithPasskey(enrolled.presence, { ...answer, source }),
  );
  return { ...enrolled, presence, opensVault };
}

async function signIn(
  authenticator: SoftwareAuthenticator,
  from?: Presence,
  at: Partial<AuthenticatorTraits> = {},
) {
  const asked = await world.authentication.passkeyRequestOptions(from ?? (await world.sessions.begin({})));
  return world.authentication.signInWithPasskey(asked.presence, {
    ...authenticator.get(asked.options, at),
    source,
  });
}

describe('a passkey', () => {
  it('B1: makes an account, signs in without a name, and opens the vault by its PRF', async () => {
    const phone = device();
    const { presence } = await withPrf(phone);
    expect(presence.session).toMatchObject({ aal: 2, phishingResistant: true, opensVault: true });
    expect(await world.authentication.nextStep(presence)).toEqual({ step: 'recovery-codes' });
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
    const issued = must(await world.authentication.issueRecoveryCodes(enrolled.presence));
    expect(issued).toMatchObject({ openVault: true, presence: { session: { opensVault: true } } });
    const back = must(await signIn(old));
    expect(back.opensVault).toBe(false);
    expect(await world.sessions.openVault(back.presence)).toBeUndefined();
    const code = issued.codes[0]?.reveal() ?? '';
    const opened = must(await world.authentication.useRecoveryCode(back.presence, { code, source }));
    expect(opened.session).toMatchObject({ aal: 2, opensVault: true });
    expect(await world.sessions.openVault(opened)).toBeDefined();
  });

  it('is lent a way into a vault that a password opened', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'lent@mail.example');
    const phone = device();
    const { presence, options } = must(await authentication.passkeyCreationOptions(account.presence));
    const { presence: next, prfOptions } = must(
      await authentication.enrollPasskey(presence, phone.create(options)),
    );
    if (!prfOptions) throw new Error('no second ceremony');
    must(await authentication.signInWithPasskey(next, { ...phone.get(prfOptions), source }));
    expect(must(await signIn(phone)).opensVault).toBe(true);
    const { person } = account.presence.session;
    expect(person && (await authentication.authenticators(person))).toMatchObject({
      password: true,
      totp: true,
      passkeys: [{ opensVault: true, synced: true, userVerified: true }],
    });
  });

  it('B13: does not raise the session that binds it, until it is used', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'bound@mail.example');
    const key = device({ synced: false, prf: 'at-once' });
    const { presence, options } = must(await authentication.passkeyCreationOptions(account.presence));
    const bound = must(await authentication.enrollPasskey(presence, key.create(options)));
    expect(bound.presence.session).toMatchObject({ aal: 2, phishingResistant: false });
    expect(must(await signIn(key, bound.presence)).presence.session.aal).toBe(3);
  });

  it('can be the second factor after the password, from among their own', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'second@mail.example');
    const key = device({ userVerified: false, prf: 'none' });
    const { presence, options } = must(await authentication.passkeyCreationOptions(account.presence));
    must(await authentication.enrollPasskey(presence, key.create(options)));
    const first = must(await withPassword(world, account.email));
    expect(await authentication.nextStep(first)).toMatchObject({
      choices: ['passkey', 'totp', 'recovery-code'],
    });
    const asked = await authentication.passkeyRequestOptions(first);
    expect(asked.options.allowCredentials).toHaveLength(1);
    expect(must(await signIn(key, first)).presence.session).toMatchObject({ aal: 2, opensVault: true });
  });
});

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
    const asked = await world.authentication.passkeyRequestOptions(await world.sessions.begin({}));
    expect(asked.options).toMatchObject({
      userVerification: 'preferred',
      extensions: { prf: options.extensions.prf },
    });
    expect(asked.options.allowCredentials ?? []).toHaveLength(0);
  });

  it('asks for a security key where the person wants one, and never for a key that is registered', async () => {
    const { authentication } = world;
    const account = await finishedAccount(world, 'wanted@mail.example');
    const any = must(await authentication.passkeyCreationOptions(account.presence));
    expect(any.options.authenticatorSelection?.authenticatorAttachment).toBeUndefined(); // phones may answer, too
    const laptop = device({ prf: 'at-once' });
    const next = must(await authentication.enrollPasskey(any.presence, laptop.create(any.options)));
    const { options } = must(
      await authentication.passkeyCreationOptions(next.presence, { kind: 'securityKey' }),
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
    expect(await world.authentication.nextStep(back.presence)).toEqual({
      step: 'second-factor',
      choices: ['passkey'],
    });
    expect(await world.authentication.startTotp(back.presence)).toMatchObject({ ok: false });
    expect(presence.session.aal).toBe(2);
  });

  it('B10: an account whose one passkey does not verify asks for a password beside it', async () => {
    const bare = device({ userVerified: false, prf: 'none' });
    const { presence } = await registered(bare);
    expect(presence.session.aal).toBe(1);
    expect(await world.authentication.nextStep(presence)).toEqual({
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
      await authentication.passkeyRequestOptions(browser),
      await authentication.passkeyRequestOptions(browser),
    ];
    const now = await sessions.load(browser.cookie.reveal());
    const first = tabs[0];
    if (!now || !first) throw new Error('no session');
    expect(
      await authentication.signInWithPasskey(now, { ...phone.get(first.options), source }),
    ).toMatchObject({ ok: true });
  });

  it('takes a counter that never moves, as synced passkeys have', async () => {
    const phone = device({ counts: false });
    await withPrf(phone);
    expect(await signIn(phone)).toMatchObject({ ok: true });
    expect(await signIn(phone)).toMatchObject({ ok: true });
  });
});

describe('attacks on passkeys', () => {
  it('attack: the same answer sent twice, one after the other and at once', async () => {
    const phone = device();
    await withPrf(phone);
    const { authentication, sessions } = world;
    const asked = await authentication.passkeyRequestOptions(await sessions.begin({}));
    const answer = phone.get(asked.options);
    const both = await Promise.all(
      [1, 2].map(() => authentication.signInWithPasskey(asked.presence, { ...answer, source })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const another = await authentication.passkeyRequestOptions(await sessions.begin({}));
    expect(await authentication.signInWithPasskey(another.presence, { ...answer, source })).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
  });

  it('attack: a challenge asked for by another session', async () => {
    const phone = device();
    await withPrf(phone);
    const theirs = await world.authentication.passkeyRequestOptions(await world.sessions.begin({}));
    const mine = await world.authentication.passkeyRequestOptions(await world.sessions.begin({}));
    const stolen = phone.get(theirs.options);
    expect(await world.authentication.signInWithPasskey(mine.presence, { ...stolen, source })).toMatchObject({
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
    const asked = await world.authentication.passkeyRequestOptions(await world.sessions.begin({}));
    const elsewhere = { ...credential, rpId: 'evil.test' };
    phone.credentials.splice(0, 1, elsewhere);
    const answer = phone.get({ ...asked.options, rpId: 'evil.test' });
    expect(await world.authentication.signInWithPasskey(asked.presence, { ...answer, source })).toMatchObject(
      { ok: false },
    );
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
    const { presence, options } = must(await world.authentication.passkeyCreationOptions(start));
    const copy = device({ prf: 'at-once', credentialId: theirs.id });
    expect(await world.authentication.enrollPasskey(presence, copy.create(options))).toEqual({
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
    const asked = await world.authentication.passkeyRequestOptions(await world.sessions.begin({}));
    const answer = { response: response as never };
    expect(await world.authentication.signInWithPasskey(asked.presence, { ...answer, source })).toMatchObject(
      { ok: false },
    );
    const start = await confirmed(world, `malformed${++number}@mail.example`);
    const { presence } = must(await world.authentication.passkeyCreationOptions(start));
    expect(await world.authentication.enrollPasskey(presence, answer)).toMatchObject({
      error: { code: 'passkey-refused' },
    });
  });

  it('attack: the right answer after a wrong one to the same challenge', async () => {
    const phone = device();
    await withPrf(phone);
    const asked = await world.authentication.passkeyRequestOptions(await world.sessions.begin({}));
    const right = phone.get(asked.options);
    const wrong = phone.get(asked.options, { origin: 'https://evil.test' });
    expect(await world.authentication.signInWithPasskey(asked.presence, { ...wrong, source })).toMatchObject({
      ok: false,
    });
    const now = await world.sessions.load(asked.presence.cookie.reveal());
    expect(now && (await world.authentication.signInWithPasskey(now, { ...right, source }))).toMatchObject({
      ok: false,
    });
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
