import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours, minutes, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import type { PhoneNumber } from '../../../packages/signet/src/modules/records/index.ts';
import {
  type PhoneAccount,
  phoneAccount,
  phoneCode,
  withoutSecond,
} from '../../support/visitors/phone-accounts.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  goodPassword,
  must,
  source,
  withPassword,
} from '../../support/worlds/authentication-world.ts';

/** Strangers who know somebody's phone number, or sit in the same block of numbers, network or country. */
describe('attack, using up the codes of somebody else’s phone', () => {
  let world: AuthenticationWorld;
  let count = 0;
  beforeAll(async () => {
    world = await authenticationWorld({ phones: { perCountryAnHour: 400 } });
  });
  afterAll(() => world.close());

  const fresh = () => `codes${count++}@mail.example`;
  const place = () => `2001:db8:${(count++).toString(16)}::1`;

  /** A code to a number that a stranger types, from a new account, and a new place unless one is given. */
  async function typed(number: string, from = place()): Promise<string> {
    const presence = await withoutSecond(world, fresh());
    const started = await world.authentication.phone.start(presence, {
      number: new Redacted(number),
      by: 'text',
      source: from,
    });
    return started.ok ? 'sent' : started.error.code;
  }

  /** The owner signs in, in a browser and a place that the account was never in. */
  async function ownersCode({ email, phone }: PhoneAccount, from = source): Promise<string> {
    const atPassword = must(await withPassword(world, email));
    const sent = await world.authentication.phone.sendCode(atPassword, { phone, by: 'text', source: from });
    return sent.ok ? 'sent' : sent.error.code;
  }

  async function until(refused: string, once: () => Promise<string>): Promise<void> {
    for (let n = 0; n < 300; n++) if ((await once()) === refused) return;
    throw new Error('never refused');
  }

  it('finding S4: attack, ten codes an hour to the number of a phone that somebody has: limit phone-code-sent.number, and its owner still gets theirs', async () => {
    const account = await phoneAccount(world, fresh(), '+12025550100');
    await until('too-many-attempts', () => typed(account.number));
    expect(await ownersCode(account)).toBe('sent');
  });

  it('limit phone-code-sent.number-day: strangers use up the number’s day, and its owner still gets codes', async () => {
    const account = await phoneAccount(world, fresh(), '+12035550100');
    for (let hour = 0; hour < 4; hour++) {
      await until('too-many-attempts', () => typed(account.number));
      world.clock.advance(hours(2));
    }
    expect(await typed(account.number)).toBe('too-many-attempts');
    expect(await ownersCode(account)).toBe('sent');
  });

  it('limit phone-code-sent.bound, phone-code-sent.bound-day: a thief of the password uses up the codes of other browsers, and the owner’s own has its own', async () => {
    const account = await phoneAccount(world, fresh(), '+12055550100');
    const own = { source: place(), device: 'own'.padEnd(43, '-'), userAgent: 'Firefox' };
    const atPassword = async () =>
      must(
        await world.authentication.password.signIn(await world.sessions.begin({ from: { ...own } }), {
          email: account.email,
          password: new Redacted(goodPassword),
          source: own.source,
        }),
      );
    const asked = must(
      await world.authentication.phone.sendCode(await atPassword(), {
        phone: account.phone,
        by: 'text',
        source: own.source,
      }),
    );
    const code = await phoneCode(world, account.number);
    must(await world.authentication.phone.verify(asked, { code, source: own.source }));
    const ask = async (presence: Presence) => {
      world.clock.advance(minutes(1));
      const sent = await world.authentication.phone.sendCode(presence, {
        phone: account.phone,
        by: 'text',
        source: place(),
      });
      return sent.ok ? 'sent' : sent.error.code;
    };
    await until('too-many-attempts', async () => ask(must(await withPassword(world, account.email))));
    expect(await ask(await atPassword())).toBe('sent');
  });

  it('proofing asks whether a number is of a phone that somebody has: the owner’s is, a stranger’s is not, and neither once it is off', async () => {
    const owner = await phoneAccount(world, fresh(), '+12065550100');
    const stranger = await phoneAccount(world, fresh(), '+12065550101');
    const has = ({ presence }: PhoneAccount) =>
      world.transact((tx) =>
        world.authentication.phone.has(
          tx,
          presence.session.person as PersonId,
          new Redacted(owner.number as PhoneNumber),
        ),
      );
    expect([await has(owner), await has(stranger)]).toEqual([true, false]);
    await sql`UPDATE phones SET failures = 100 WHERE person = ${owner.presence.session.person}`.execute(
      world.pool.db,
    );
    expect(await has(owner)).toBe(false);
  });
});
