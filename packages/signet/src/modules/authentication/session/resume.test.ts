import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  confirmed,
  finishedAccount,
  goodPassword,
  must,
  origin,
  source,
  totpCode,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { sweepForTwoDays, sweepSessions } from '../../../../../../test/support/worlds/sweep-sessions.ts';
import { hours, minutes, Redacted, seconds } from '../../../kernel/index.ts';
import type { Presence } from './session.ts';

let world: AuthenticationWorld;
let number = 0;
let owner: Awaited<ReturnType<typeof finishedAccount>>;
beforeAll(async () => {
  world = await authenticationWorld();
});
beforeEach(async () => {
  number += 1;
  owner = await finishedAccount(world, `resume${number}@mail.example`);
});
afterAll(() => world.close());

const load = (presence: Presence) => world.sessions.load(presence.cookie.reveal());

async function loaded(presence: Presence): Promise<Presence> {
  const found = await load(presence);
  if (!found) throw new Error('gone');
  return found;
}

const withPassword = (presence: Presence, email = owner.email, password = goodPassword) =>
  world.authentication.password.signIn(presence, { email, password: new Redacted(password), source });

describe('B11: a session that lay for an hour', () => {
  it('goes on with the password alone: journey, vault and level are kept, up to 24 hours in all', async () => {
    const left = await world.sessions.setPending(owner.presence, { journey: 'half done' });
    world.clock.advance(hours(3));
    await sweepSessions(world);
    const idle = await loaded(left);
    expect(idle.session).toMatchObject({ aal: 0, idle: { person: left.session.person }, pending: {} });
    const back = must(await withPassword(idle));
    expect(back.session).toMatchObject({
      aal: 2,
      person: left.session.person,
      pending: { journey: 'half done' },
      opensVault: true,
      recent: true,
    });
    expect(await world.sessions.openVault(back)).toBeDefined();
    expect(await load(left)).toBeUndefined(); // B12: under a new cookie
    world.clock.advance(hours(20.9));
    expect((await loaded(back)).session.idle).toBeDefined();
    world.clock.advance(hours(0.2)); // 24 hours after both factors were given
    expect(await load(back)).toBeUndefined();
    await sweepForTwoDays(world);
    const rows = await world.pool.pg.query('SELECT FROM sessions WHERE person = $1', [left.session.person]);
    expect(rows.rowCount).toBe(0);
  });

  it('goes on with a passkey that checks who holds it, and then is whole again', async () => {
    const phone = softwareAuthenticator({ origin, synced: true, prf: 'none' });
    const asked = must(await world.authentication.passkey.creationOptions(owner.presence));
    const enrolled = must(
      await world.authentication.passkey.enroll(asked.presence, phone.create(asked.options)),
    );
    world.clock.advance(hours(2));
    const idle = await world.authentication.passkey.requestOptions(await loaded(enrolled.presence));
    expect(idle.options.allowCredentials).toHaveLength(1);
    const answer = { ...phone.get(idle.options), source };
    const back = must(await world.authentication.passkey.signIn(idle.presence, answer)).presence;
    expect(back.session).toMatchObject({ aal: 2, opensVault: true });
    world.clock.advance(hours(23.5)); // a whole authentication: 24 hours from there
    expect((await loaded(back)).session.idle).toBeDefined();
  });

  it('with a key that asks for no PIN begins anew, at one factor and without the vault', async () => {
    const key = softwareAuthenticator({ origin, userVerified: false, prf: 'none' });
    const asked = must(await world.authentication.passkey.creationOptions(owner.presence));
    const enrolled = must(
      await world.authentication.passkey.enroll(asked.presence, key.create(asked.options)),
    );
    world.clock.advance(hours(2));
    const idle = await world.authentication.passkey.requestOptions(await loaded(enrolled.presence));
    const answer = { ...key.get(idle.options), source };
    const back = must(await world.authentication.passkey.signIn(idle.presence, answer)).presence;
    expect(back.session).toMatchObject({ aal: 1, opensVault: false, pending: {} });
  });

  it('of somebody who gave one factor only is over', async () => {
    const half = must(await withPassword(await world.sessions.begin({})));
    expect(half.session.aal).toBe(1);
    world.clock.advance(hours(1));
    expect(await load(half)).toBeUndefined();
  });

  it('A27: attack with its cookie: it opens nothing, changes nothing and is nobody’s', async () => {
    await world.sessions.setPending(owner.presence, { recoveryCodes: ['secret'] });
    world.clock.advance(hours(1));
    const idle = await loaded(owner.presence);
    const { authentication } = world;
    expect(idle.session).toMatchObject({ aal: 0, events: [], opensVault: false, recent: false, pending: {} });
    expect(idle.session.person).toBeUndefined();
    expect(await world.sessions.openVault(idle)).toBeUndefined();
    expect(await authentication.signIn.nextStep(idle)).toEqual({ step: 'sign-in' });
    const refused = { error: { code: 'not-now' } };
    const code = totpCode(owner.totpKey, world.clock.now());
    expect(await authentication.authenticatorApp.verify(idle, { code, source })).toMatchObject(refused);
    const recovery = { code: owner.codes[0] ?? '', source };
    expect(await authentication.recoveryCodes.use(idle, recovery)).toMatchObject(refused);
    expect(await authentication.recoveryCodes.issue(idle)).toMatchObject(refused);
    expect(await authentication.passkey.creationOptions(idle)).toMatchObject(refused);
    expect(await authentication.authenticatorApp.start(idle)).toMatchObject(refused);
    expect(
      await authentication.password.set(idle, { password: new Redacted('another one entirely') }),
    ).toMatchObject(refused);
    expect(await authentication.removal.remove(idle, { kind: 'totp' })).toMatchObject(refused);
    expect(await withPassword(idle, owner.email, 'a guess of mine')).toMatchObject({
      error: { code: 'does-not-match' },
    });
    expect((await loaded(owner.presence)).session.idle).toBeDefined(); // looking renewed nothing
  });

  it('A27: attack: another person’s right password gets none of it', async () => {
    const other = await finishedAccount(world, `beside${number}@mail.example`);
    await world.sessions.setPending(owner.presence, { journey: 'of the owner' });
    world.clock.advance(hours(1));
    const theirs = must(await withPassword(await loaded(owner.presence), other.email));
    expect(theirs.session).toMatchObject({ aal: 1, person: other.presence.session.person, pending: {} });
    expect(theirs.session.ref).not.toBe(owner.presence.session.ref);
    expect(await load(owner.presence)).toBeUndefined();
  });
});

describe('B11: AAL3', () => {
  async function withKey() {
    number += 1;
    const key = softwareAuthenticator({ origin, synced: false, prf: 'at-once' });
    const start = await confirmed(world, `key${number}@mail.example`);
    const asked = must(await world.authentication.passkey.creationOptions(start));
    const { presence } = must(
      await world.authentication.passkey.enroll(asked.presence, key.create(asked.options)),
    );
    return { key, presence };
  }

  async function touch(
    key: Awaited<ReturnType<typeof withKey>>['key'],
    presence: Presence,
  ): Promise<Presence> {
    const asked = await world.authentication.passkey.requestOptions(presence);
    const answer = { ...key.get(asked.options), source };
    return must(await world.authentication.passkey.signIn(asked.presence, answer)).presence;
  }

  it('is lost after 15 minutes without use, for good: the next page does not bring it back; the key does', async () => {
    const { key, presence } = await withKey();
    expect(presence.session.aal).toBe(3);
    world.clock.advance(minutes(14));
    expect((await loaded(presence)).session.aal).toBe(3);
    world.clock.advance(minutes(14));
    expect((await loaded(presence)).session.aal).toBe(3); // used in between
    world.clock.advance(minutes(15) + seconds(1));
    expect((await loaded(presence)).session.aal).toBe(2);
    world.clock.advance(seconds(1));
    expect((await loaded(presence)).session.aal).toBe(2);
    expect((await touch(key, await loaded(presence))).session.aal).toBe(3);
  });

  it('is lost after 12 hours of use, and had again with the key', async () => {
    const { key, presence } = await withKey();
    for (let quarter = 0; quarter < 4 * 12 + 1; quarter += 1) {
      world.clock.advance(minutes(14.8));
      await loaded(presence);
    }
    world.clock.advance(minutes(14));
    const late = await loaded(presence);
    expect(late.session.aal).toBe(2);
    expect((await touch(key, late)).session.aal).toBe(3);
  });

  it('does not come back with the password that resumes the session', async () => {
    const { key, presence } = await withKey();
    const at3 = await touch(key, presence);
    const set = must(await world.authentication.password.set(at3, { password: new Redacted(goodPassword) }));
    world.clock.advance(hours(1));
    const email = `key${number}@mail.example`;
    const back = must(await withPassword(await loaded(set), email));
    expect(back.session).toMatchObject({ aal: 2, opensVault: true });
  });
});
