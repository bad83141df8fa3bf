import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import { type PhoneAccount, phoneAccount, withoutSecond } from '../../support/visitors/phone-accounts.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  must,
  source,
  withPassword,
} from '../../support/worlds/authentication-world.ts';

/** Somebody earns from each text or call to numbers of theirs, and makes us send as many as they can (B6). */
describe('attack, toll fraud', () => {
  let world: AuthenticationWorld;
  let count = 0;
  beforeAll(async () => {
    world = await authenticationWorld();
  });
  afterAll(() => world.close());

  beforeEach(() => world.clock.advance(hours(3))); // what the test before counted is past

  const fresh = () => `fraud${count++}@mail.example`;
  const place = () => `2001:db8:${(count++).toString(16)}::1`;

  async function accountsFor(many: number): Promise<Presence[]> {
    const made: Presence[] = [];
    while (made.length < many) made.push(await withoutSecond(world, fresh()));
    return made;
  }

  /** One code to a number from a new account and a new place each time, unless they are given. */
  async function start(
    number: string,
    from: {
      presence?: Presence;
      source?: string;
      in?: AuthenticationWorld;
    } = {},
  ): Promise<string> {
    const { authentication } = from.in ?? world;
    const presence = from.presence ?? (await withoutSecond(from.in ?? world, fresh()));
    const started = await authentication.phone.start(presence, {
      number: new Redacted(number),
      by: 'text',
      source: from.source ?? place(),
    });
    return started.ok ? 'sent' : started.error.code;
  }

  /** How many go out of so many tries, and why the last did not. */
  async function sentOf(tries: number, once: (n: number) => Promise<string>): Promise<[number, string]> {
    let sent = 0;
    let last = 'sent';
    for (let n = 0; n < tries; n++) {
      last = await once(n);
      if (last === 'sent') sent += 1;
    }
    return [sent, last];
  }

  it('one account gets six codes in a quarter of an hour, to whatever numbers, and texts and calls count alike', async () => {
    const account: PhoneAccount = await phoneAccount(world, fresh(), '+13035550100');
    let presence = must(await withPassword(world, account.email));
    const sent = await sentOf(7, async (n) => {
      const by = n % 2 === 0 ? 'text' : 'voice';
      const result = await world.authentication.phone.sendCode(presence, {
        phone: account.phone,
        by,
        source: place(),
      });
      if (result.ok) presence = result.value;
      return result.ok ? 'sent' : result.error.code;
    });
    expect(sent).toEqual([6, 'too-many-attempts']);
  });

  it('one number gets ten codes an hour, from however many accounts and places', async () => {
    expect(await sentOf(12, () => start('+14155550100'))).toEqual([10, 'too-many-attempts']);
    world.clock.advance(hours(2));
    expect(await start('+14155550100')).toBe('sent');
  });

  it('one block of numbers gets a hundred an hour: one code to each of its numbers does not get round that', async () => {
    const to = (n: number) => `+1617555${String(100 + n).padStart(4, '0')}`;
    const accounts = await accountsFor(20);
    const sent = await sentOf(100, (n) => start(to(n), { presence: accounts[Math.floor(n / 5)] ?? never() }));
    expect(sent).toEqual([100, 'sent']);
    expect(await start('+16175550100')).toBe('phone-codes-paused');
    expect(await start('+16195550100')).toBe('sent'); // another block
  });

  it('one network gets sixty an hour, whatever it is used for', async () => {
    const network = '203.0.113.9';
    const accounts = await accountsFor(13);
    const sent = await sentOf(62, (n) =>
      start(`+1${703 + Math.floor(n / 20)}55501${String(n).padStart(2, '0')}`, {
        presence: accounts[Math.floor(n / 5)] ?? never(),
        source: network,
      }),
    );
    expect(sent).toEqual([60, 'too-many-attempts']);
  });

  it('limit phone-code-sent.country-new: a whole country has a cap that no number of accounts, numbers and places gets round; others go on, and the operator reads it in the audit log', async () => {
    const capped = await authenticationWorld({ phones: { perCountryAnHour: 6 } });
    const sent = await sentOf(5, (n) => start(`+1${212 + n}5550100`, { in: capped }));
    expect(sent).toEqual([3, 'phone-codes-paused']);
    expect(await start('+14165550100', { in: capped })).toBe('sent'); // Canada
    const { rows } = await sql`SELECT FROM audit_entries
      WHERE entry::jsonb @> '{"action": "phone.code-refused", "details": {"limit": "phone-code-sent.country-new"}}'`.execute(
      capped.pool.db,
    );
    expect(rows).toHaveLength(2);
    capped.clock.advance(hours(2));
    expect(await start('+12125550101', { in: capped })).toBe('sent');
    await capped.close();
  });

  it('a refused code costs nothing and counts for nothing: nobody is locked out for longer by asking', async () => {
    const number = '+18085550100';
    await sentOf(10, () => start(number));
    await sentOf(10, () => start(number));
    world.clock.advance(hours(1.5));
    expect(await start(number)).toBe('sent');
    expect((await world.rungAt(number)).length).toBe(11);
  });

  it('numbers that cost extra and countries that nobody here lives in get none', async () => {
    const presence = await withoutSecond(world, fresh());
    for (const number of ['+19005550199', '+33812345678', '+46701740610', '+61491570156'])
      expect([number, await start(number, { presence, source })]).toEqual([number, 'refused']);
  });
});

function never(): never {
  throw new Error('the test needs more accounts');
}
