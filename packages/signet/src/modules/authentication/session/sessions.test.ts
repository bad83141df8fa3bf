import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { specimenIdentity } from '../../../../../../test/support/worlds/specimen-identity.ts';
import { sweepForTwoDays } from '../../../../../../test/support/worlds/sweep-sessions.ts';
import { AppError, hours, minutes, newId, type PersonId, Redacted, seconds } from '../../../kernel/index.ts';
import type { Presence } from './session.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const load = (presence: Presence) => world.sessions.load(presence.cookie.reveal());
const password = () => ({ method: 'password', at: world.clock.now() }) as const;
const totp = () => ({ method: 'totp', at: world.clock.now() }) as const;

describe('a session', () => {
  it('comes back by its cookie, in one query', async () => {
    const begun = await world.sessions.begin({ pending: { returnTo: 'here' } });
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    const loaded = await load(begun);
    expect(queries).toHaveBeenCalledTimes(1);
    queries.mockRestore();
    expect(loaded?.session).toEqual(begun.session);
    expect(loaded?.session).toMatchObject({
      aal: 0,
      events: [],
      pending: { returnTo: 'here' },
      opensVault: false,
    });
  });

  it('B12: has a cookie of 128 and 256 random bits, of which the row holds neither', async () => {
    const { cookie } = await world.sessions.begin({});
    const [id = '', secret = ''] = cookie.reveal().split('.');
    expect([id, secret].map((part) => Buffer.from(part, 'base64url').length)).toEqual([16, 32]);
    const { rows } = await sql<{ row: string }>`SELECT s::text AS row FROM sessions s`.execute(world.pool.db);
    const text = rows.map(({ row }) => row).join();
    for (const part of [id, secret]) {
      expect(text).not.toContain(part);
      expect(text).not.toContain(Buffer.from(part, 'base64url').toString('hex'));
    }
  });

  it('B12: gets a new cookie at each authentication, and the old one is worth nothing', async () => {
    const person = newId<PersonId>();
    const anonymous = await world.sessions.begin({ pending: { a: 1 } });
    const first = await world.sessions.renew(anonymous, { event: password(), person });
    const second = await world.sessions.renew(first, { event: totp() });
    expect([first.session.aal, second.session.aal]).toEqual([1, 2]);
    expect(second.session).toMatchObject({ person, pending: { a: 1 } });
    expect([await load(anonymous), await load(first)]).toEqual([undefined, undefined]);
    expect((await load(second))?.session.aal).toBe(2);
  });

  it('attack: fixation. A cookie that was planted before sign-in does not become the signed-in session', async () => {
    const planted = await world.sessions.begin({});
    await world.sessions.begin({
      person: newId<PersonId>(),
      events: [password(), totp()],
      previous: planted,
    });
    expect(await load(planted)).toBeUndefined();
  });

  it('attack: replay of the cookie of a session that was ended', async () => {
    const person = newId<PersonId>();
    const presence = await world.sessions.begin({ person, events: [password(), totp()] });
    await world.sessions.end(presence);
    expect(await load(presence)).toBeUndefined();
    await expect(world.sessions.renew(presence, { event: totp() })).rejects.toThrow('session-gone');
    await expect(world.sessions.setPending(presence, { a: 1 })).rejects.toThrow('session-gone');
  });

  it.each([
    ['no cookie at all', () => ''],
    ['another secret', (id: string) => `${id}.${'A'.repeat(43)}`],
    ['no secret', (id: string) => id],
    ['a longer secret', (id: string, secret: string) => `${id}.${secret}A`],
    ['injected characters', (id: string) => `${id}';--.${'A'.repeat(40)}`],
  ])('attack: a tampered cookie, %s', async (_, tamper) => {
    const { cookie } = await world.sessions.begin({});
    const [id = '', secret = ''] = cookie.reveal().split('.');
    expect(await world.sessions.load(tamper(id, secret))).toBeUndefined();
  });

  it("attack: one session's pending moved to another's row does not open there", async () => {
    const mine = await world.sessions.begin({ pending: { mine: true } });
    const theirs = await world.sessions.begin({ pending: { secret: 'theirs' } });
    await sql`UPDATE sessions SET pending = (SELECT pending FROM sessions WHERE lookup = ${lookup(theirs)})
      WHERE lookup = ${lookup(mine)}`.execute(world.pool.db);
    expect(await load(mine)).toBeUndefined();
  });

  it('ends everywhere for a person, except where they are', async () => {
    const person = newId<PersonId>();
    const begin = () => world.sessions.begin({ person, events: [password(), totp()] });
    const [here, there] = [await begin(), await begin()];
    expect(await world.transact((tx) => world.sessions.endAll(person, here, tx))).toBe(1);
    expect([(await load(here))?.session.person, await load(there)]).toEqual([person, undefined]);
  });
});

describe('time', () => {
  let presence: Presence;
  beforeEach(async () => {
    presence = await world.sessions.begin({ person: newId<PersonId>(), events: [password(), totp()] });
  });

  it('B11: idle for an hour it is worth nothing, used it goes on', async () => {
    world.clock.advance(hours(1) - seconds(1));
    expect((await load(presence))?.session.aal).toBe(2);
    world.clock.advance(hours(1) - seconds(1));
    expect((await load(presence))?.session.aal).toBe(2);
    world.clock.advance(hours(1));
    expect((await load(presence))?.session).toMatchObject({ aal: 0, idle: expect.anything() });
  });

  it('B11: a script that looks how far something is keeps it alive no longer than its person would', async () => {
    const { person, ref } = presence.session;
    const isSignedIn = () => world.sessions.isSignedIn(person ?? newId<PersonId>(), ref);
    world.clock.advance(minutes(59));
    const looked = await world.sessions.load(presence.cookie.reveal(), undefined, 'waiting-script');
    expect([looked?.session.aal, await isSignedIn()]).toEqual([2, true]);
    world.clock.advance(minutes(1));
    expect([(await load(presence))?.session.aal, await isSignedIn()]).toEqual([0, false]);
  });

  it('B11: after 24 hours it is over in any case', async () => {
    for (let half = 1; half < 48; half++) {
      world.clock.advance(minutes(30));
      expect(await load(presence)).toBeDefined();
    }
    world.clock.advance(minutes(30) - seconds(1));
    expect(await load(presence)).toBeDefined();
    world.clock.advance(seconds(1));
    expect(await load(presence)).toBeUndefined();
  });

  it('is written as seen at most once a minute', async () => {
    const seen = async () => {
      const { rows } = await sql<{ at: Date }>`
        SELECT last_seen_at AS at FROM sessions WHERE lookup = ${lookup(presence)}`.execute(world.pool.db);
      return rows[0]?.at.getTime();
    };
    const before = await seen();
    world.clock.advance(seconds(59));
    await load(presence);
    expect(await seen()).toBe(before);
    world.clock.advance(seconds(1));
    await load(presence);
    expect(await seen()).toBe((before ?? 0) + minutes(1));
  });

  it('is forgotten when it is over', async () => {
    await sweepForTwoDays(world);
    const { rows } = await sql`SELECT 1 FROM sessions`.execute(world.pool.db);
    expect(rows).toHaveLength(0);
  });
});

describe('what a journey remembers', () => {
  it('survives two tabs that write at once', async () => {
    const presence = await world.sessions.begin({});
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => world.sessions.setPending(presence, { [`tab${n}`]: n })),
    );
    expect(Object.keys((await load(presence))?.session.pending ?? {})).toHaveLength(8);
  });

  it('B8: gives an entry that serves once to only one of two requests', async () => {
    const presence = await world.sessions.begin({ pending: { challenge: 'once' } });
    const taken = await Promise.all([1, 2, 3].map(() => world.sessions.takePending(presence, 'challenge')));
    expect(taken.map(({ value }) => value).filter((value) => value !== undefined)).toEqual(['once']);
  });

  it('B12: lets only one of two authentications use up the same entry', async () => {
    const person = newId<PersonId>();
    const presence = await world.sessions.begin({ pending: { challenge: 'once' } });
    const both = await Promise.allSettled(
      [1, 2].map(() => world.sessions.renew(presence, { event: password(), person, consume: 'challenge' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(AppError) });
  });
});

describe('the vault key', () => {
  it('opens with the cookie, goes along when the cookie changes, and with the row alone does not open', async () => {
    const person = newId<PersonId>();
    const key = await world.transact((tx) => world.vault.create(tx, person));
    await world.transact((tx) => world.vault.deposit(tx, person, 'identity', specimenIdentity));
    const first = await world.sessions.begin({ person, events: [password()], vaultKey: key });
    const second = await world.sessions.renew(first, { event: totp() });
    const opened = await world.sessions.openVault((await load(second)) ?? first);
    expect(opened && (await world.vault.read(opened, 'identity'))).toEqual(specimenIdentity);
    const { rows } = await sql<{ wrap: Buffer }>`
      SELECT vault_wrap AS wrap FROM sessions WHERE lookup = ${lookup(second)}`.execute(world.pool.db);
    const wrap = rows[0]?.wrap ?? Buffer.alloc(0);
    const guess = first.cookie.reveal().split('.')[1] ?? '';
    const stolen = world.vault.openForSession(person, wrap, new Redacted(Buffer.from(guess, 'base64url')));
    await expect(stolen).rejects.toThrow('vault');
  });
});

const lookup = ({ session }: Presence): Buffer => Buffer.from(session.id, 'base64url');
