import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthenticatorTraits,
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  finishedAccount,
  must,
  origin,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { minutes } from '../../../kernel/index.ts';
import type { Authenticators } from '../authenticators/index.ts';
import type { Presence } from '../session/index.ts';
import { type AuthenticatorRef, reachesAal2, removalOf } from './removal.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const device = (traits: Partial<AuthenticatorTraits> = {}) =>
  softwareAuthenticator({ origin, synced: true, prf: 'at-once', ...traits });

async function add(presence: Presence, authenticator: SoftwareAuthenticator): Promise<Presence> {
  const asked = must(await world.authentication.passkey.creationOptions(presence));
  const made = authenticator.create(asked.options);
  return must(await world.authentication.passkey.enroll(asked.presence, made)).presence;
}

async function signIn(authenticator: SoftwareAuthenticator): Promise<Presence> {
  const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
  const answer = authenticator.get(asked.options);
  return must(await world.authentication.passkey.signIn(asked.presence, { ...answer, source })).presence;
}

/** Password, app and a passkey; signed in at AAL2 here. */
async function everyWay(email: string) {
  const account = await finishedAccount(world, email);
  const phone = device();
  const presence = await add(account.presence, phone);
  const { person } = presence.session;
  if (!person) throw new Error('nobody');
  const [passkey] = await world.authentication.passkey.list(person);
  if (!passkey) throw new Error('no passkey');
  return { ...account, phone, presence, person, passkey };
}

describe('removing a way to sign in', () => {
  it('B16: takes a passkey, its way into the vault and sessions elsewhere that used one; tells every address', async () => {
    const { email, phone, presence, person, passkey } = await everyWay('remove-passkey@mail.example');
    const elsewhere = await signIn(phone);
    const unrelated = must(await withPassword(world, email));
    const ways = await world.vault.waysIn(person);
    expect(ways).toContainEqual({ kind: 'passkey', ref: passkey.id });
    const next = must(
      await world.authentication.removal.remove(presence, { kind: 'passkey', ref: passkey.ref }),
    );
    expect(await world.authentication.passkey.list(person)).toEqual([]);
    expect(await world.vault.waysIn(person)).not.toContainEqual({ kind: 'passkey', ref: passkey.id });
    expect(await world.sessions.load(elsewhere.cookie.reveal())).toBeUndefined();
    expect(await world.sessions.load(unrelated.cookie.reveal())).toBeDefined();
    expect(await world.sessions.load(presence.cookie.reveal())).toBeUndefined(); // B12: under a new cookie
    expect((await world.sessions.load(next.cookie.reveal()))?.session).toMatchObject({
      aal: 2,
      opensVault: true,
    });
    expect((await world.newestMail(email)).subject).toContain('was removed: passkey');
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const answer = { ...phone.get(asked.options), source };
    expect(await world.authentication.passkey.signIn(asked.presence, answer)).toMatchObject({
      error: { code: 'passkey-unknown' },
    });
  });

  it('takes the password and its wrap; a passkey alone is a whole account', async () => {
    const { email, phone, presence, person } = await everyWay('remove-password@mail.example');
    const next = must(await world.authentication.removal.remove(presence, { kind: 'password' }));
    expect(await world.vault.waysIn(person)).not.toContainEqual(
      expect.objectContaining({ kind: 'password' }),
    );
    expect(await withPassword(world, email)).toMatchObject({ error: { code: 'does-not-match' } });
    expect((await signIn(phone)).session).toMatchObject({ aal: 2, opensVault: true });
    must(await world.authentication.removal.remove(next, { kind: 'totp' }));
    expect(await world.authentication.authenticators.of(person)).toMatchObject({
      password: false,
      totp: false,
    });
  });

  it('never takes the last combination that reaches AAL2, not even two halves at the same moment', async () => {
    const { presence, person, passkey } = await everyWay('last-way@mail.example');
    const [app, key] = await Promise.all([
      world.authentication.removal.remove(presence, { kind: 'totp' }),
      world.authentication.removal.remove(presence, { kind: 'passkey', ref: passkey.ref }),
    ]);
    expect([app.ok, key.ok].filter(Boolean)).toHaveLength(1);
    expect(reachesAal2(await world.authentication.authenticators.of(person))).toBe(true);
    const left = app.ok ? app.value : must(key);
    const which: AuthenticatorRef = app.ok ? { kind: 'passkey', ref: passkey.ref } : { kind: 'totp' };
    expect(await world.authentication.removal.remove(left, which)).toMatchObject({
      error: { code: 'last-way' },
    });
  });

  it('A27: attack with a browser left open: nothing is taken away, added or made anew without a factor', async () => {
    const account = await everyWay('left-open@mail.example');
    world.clock.advance(minutes(16));
    const { presence } = { presence: await world.sessions.load(account.presence.cookie.reveal()) };
    if (!presence) throw new Error('gone');
    expect(presence.session).toMatchObject({ aal: 2, recent: false });
    expect(await world.authentication.removal.remove(presence, { kind: 'totp' })).toMatchObject({
      error: { code: 'confirm-first' },
    });
    const refused = { error: { code: 'not-now' } };
    expect(await world.authentication.passkey.creationOptions(presence)).toMatchObject(refused);
    expect(await world.authentication.authenticatorApp.start(presence)).toMatchObject(refused);
    expect(await world.authentication.recoveryCodes.issue(presence)).toMatchObject(refused);
    const code = totpCode(account.totpKey, world.clock.now());
    const again = must(await world.authentication.authenticatorApp.verify(presence, { code, source }));
    must(await world.authentication.removal.remove(again, { kind: 'passkey', ref: account.passkey.ref }));
  });

  it('attack: somebody with one factor, or another person, takes nothing away', async () => {
    const { email, person, passkey } = await everyWay('victim@mail.example');
    const oneFactor = must(await withPassword(world, email));
    expect(await world.authentication.removal.remove(oneFactor, { kind: 'totp' })).toMatchObject({
      error: { code: 'not-now' },
    });
    const other = await everyWay('other@mail.example');
    expect(
      await world.authentication.removal.remove(other.presence, { kind: 'passkey', ref: passkey.ref }),
    ).toMatchObject({ error: { code: 'unknown-authenticator' } });
    expect(
      await world.authentication.passkey.rename(other.presence, { ref: passkey.ref, name: 'mine' }),
    ).toMatchObject({ error: { code: 'unknown-authenticator' } });
    expect(await world.authentication.passkey.list(person)).toHaveLength(1);
  });
});

describe('names of passkeys', () => {
  it('are what the person says, else the device or what the key says it is; kept sealed', async () => {
    const { presence, person, passkey } = await everyWay('names@mail.example');
    expect(passkey).toMatchObject({ kind: 'device' });
    must(
      await world.authentication.passkey.rename(presence, { ref: passkey.ref, name: '  Marisol’s phone ' }),
    );
    expect(await world.authentication.passkey.list(person)).toMatchObject([{ name: 'Marisol’s phone' }]);
    const rows = await world.pool.pg.query('SELECT p::text AS row FROM passkeys p');
    expect(JSON.stringify(rows.rows)).not.toContain(Buffer.from('Marisol').toString('hex'));
    must(await world.authentication.passkey.rename(presence, { ref: passkey.ref, name: ' ' }));
    expect((await world.authentication.passkey.list(person))[0]?.name).toBeUndefined();
  });
});

describe('what a removal would mean', () => {
  const key = (ref: string, over: Partial<Authenticators['passkeys'][number]> = {}) => ({
    id: ref,
    ref,
    createdAt: new Date(),
    userVerified: true,
    synced: true,
    opensVault: true,
    transports: [],
    aaguid: '',
    ...over,
  });
  const has = (over: Partial<Authenticators>): Authenticators => ({
    password: false,
    totp: false,
    passkeys: [],
    phones: [],
    recoveryCodesLeft: 10,
    finished: true,
    ...over,
  });
  const password = { kind: 'password' } as const;
  const a = { kind: 'passkey', ref: 'a' } as const;

  it.each([
    ['one of two passkeys', has({ passkeys: [key('a'), key('b')] }), a, false],
    ['the only passkey', has({ passkeys: [key('a')] }), a, true],
    [
      'the passkey beside password and app',
      has({ password: true, totp: true, passkeys: [key('a')] }),
      a,
      false,
    ],
    [
      'the app beside password and a key without PIN',
      has({ password: true, totp: true, passkeys: [key('a', { userVerified: false })] }),
      { kind: 'totp' } as const,
      false,
    ],
    [
      'the password beside a key without PIN',
      has({ password: true, passkeys: [key('a', { userVerified: false })] }),
      password,
      true,
    ],
    ['the password beside an app', has({ password: true, totp: true }), password, true],
    ['the password beside a passkey', has({ password: true, passkeys: [key('a')] }), password, false],
  ])('%s', (_name, before, which, lastWay) => {
    expect(removalOf(before, which, [])).toMatchObject({ lastWay, vault: 'opens' });
  });

  it('says what will open the verified data', () => {
    const before = has({ password: true, passkeys: [key('YQ')] });
    const ways = [
      { kind: 'password', ref: 'password' },
      { kind: 'recovery-code', ref: '1' },
    ] as const;
    const passkey = { kind: 'passkey', ref: 'YQ' } as const;
    expect(removalOf(before, password, ways)?.vault).toBe('codes');
    expect(removalOf(before, password, ways.slice(0, 1))?.vault).toBe('nothing');
    expect(removalOf(before, passkey, ways)?.vault).toBe('opens'); // it opened nothing
    expect(removalOf(before, password, [...ways, { kind: 'passkey', ref: 'YQ' }])?.vault).toBe('opens');
  });
});
