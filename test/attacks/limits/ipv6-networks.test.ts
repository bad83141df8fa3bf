import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import { createAttempts } from '../../../packages/signet/src/modules/authentication/limits/attempts.ts';
import { attemptLimits } from '../../../packages/signet/src/modules/authentication/limits/limits.ts';
import { createTriedAccounts } from '../../../packages/signet/src/modules/authentication/limits/tried-accounts.ts';
import { phoneSendLimits } from '../../../packages/signet/src/modules/authentication/phone/limits.ts';
import { createPhoneSends } from '../../../packages/signet/src/modules/authentication/phone/phone-send-limits.ts';
import { createQuotas, postgresQuotas } from '../../../packages/signet/src/modules/quotas/index.ts';
import type { PhoneNumber } from '../../../packages/signet/src/modules/records/index.ts';
import { manyAccounts } from '../../../packages/signet/src/modules/risk/judge-sign-in.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  finishedAccount,
  goodPassword,
  source,
} from '../../support/worlds/authentication-world.ts';

/** A stranger with all of a /48, who comes from another /64 of it each time; and a neighbor with another /48. */
const rented = (n: number) => `2001:db8:66:${n.toString(16)}::1`;
const neighbor = '2001:db8:67::1';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld({ hashesWaiting: 62 });
});
afterAll(() => world.close());

it.each(['recovery-case', 'recovery-mail', 'password'] as const)(
  'limit *.area: attack, a /64 of IPv6 for each try (%s): a whole /48 bears four times what one network does; its owner’s browser and other networks go on',
  async (kind) => {
    const attempts = createAttempts(postgresQuotas(world.pool.db), world.kms, world.clock);
    const { place, area } = attemptLimits[kind];
    let allowed = 0;
    for (let from = 0; from < area.most + 40; from += 20) {
      const all = Array.from({ length: 20 }, (_, n) =>
        attempts.take(kind, newId<PersonId>(), rented(from + n)),
      );
      allowed += (await Promise.all(all)).filter((taken) => taken.allowed).length;
    }
    expect(allowed).toBeLessThanOrEqual(4 * place.most);
    const fresh = () => newId<PersonId>();
    expect(await attempts.take(kind, fresh(), rented(5000))).toMatchObject({ by: ['place'] });
    expect(await attempts.take(kind, fresh(), rented(5000), async () => 'own')).toMatchObject({
      allowed: true,
    });
    expect(await attempts.take(kind, fresh(), neighbor)).toMatchObject({ allowed: true });
  },
);

it('limit phone-code-sent.area: attack, a /64 of IPv6 for each text: a whole /48 sends four networks’ worth, and a neighbor adds a phone', async () => {
  const quotas = createQuotas(postgresQuotas(world.pool.db), world.kms, world.clock);
  const sends = createPhoneSends(quotas, world.clock, 1_000_000);
  let count = 0;
  const send = async (from: string) => {
    const prefix = `+1212${1000 + count++}`;
    const phone = { number: `${prefix}0100` as PhoneNumber, prefix, country: 'US' } as const;
    const refused = await sends.refuse({
      account: newId(),
      phone,
      source: from,
      bound: false,
      ownBrowser: undefined,
    });
    return refused?.by ?? 'sent';
  };
  const { place, area } = phoneSendLimits;
  let sent = 0;
  for (let n = 0; n < area.most + 10; n += 1) if ((await send(rented(n))) === 'sent') sent += 1;
  expect(sent).toBe(4 * place.most);
  expect(await send(rented(9000))).toBe('phone-code-sent.area');
  expect(await send(neighbor)).toBe('sent');
});

it('attack, hash flooding from a /64 of IPv6 each: a whole /48 takes a quarter of the places, as one network does', async () => {
  const { email } = await finishedAccount(world, 'hashed@mail.example');
  const tried = async (address: string, password: string, from: string) => {
    const presence = await world.sessions.begin({});
    const given = { email: address, password: new Redacted(password), source: from };
    const outcome = await world.authentication.password.signIn(presence, given);
    return outcome.ok ? 'in' : outcome.error.code;
  };
  const flood = Array.from({ length: 60 }, (_, n) =>
    tried(`flood${n}@mail.example`, 'wrong word', rented(n)),
  );
  const owner = tried(email, goodPassword, source);
  const outcomes = await Promise.all(flood);
  expect(await owner).toBe('in');
  expect(outcomes.filter((outcome) => outcome === 'busy').length).toBeGreaterThan(0);
});

it('attack, leaked passwords tried from a /64 of IPv6 each: the whole /48 is where many accounts were tried, and no other is', async () => {
  const tried = createTriedAccounts(postgresQuotas(world.pool.db), world.kms, world.clock);
  for (let n = 0; n < 4 * manyAccounts; n += 1) await tried.failed(`address ${n}`, rented(n));
  expect(await tried.from(rented(7000))).toBe(manyAccounts);
  expect(await tried.from(neighbor)).toBe(0);
});
