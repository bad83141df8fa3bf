import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPhone, withoutSecond } from '../../../../../../test/support/visitors/phone-accounts.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  type FinishedAccount,
  finishedAccount,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { minutes, Redacted, type WindowLimit, withMost } from '../../../kernel/index.ts';
import { createQuotas, postgresQuotas } from '../../quotas/index.ts';
import { codePhoneOf } from '../../records/index.ts';
import type { Presence } from '../session/index.ts';
import { phoneSendLimits } from './limits.ts';

/** What a number shares with strangers' numbers, and what an account shares with nobody. */
describe('attack, using up what a phone of somebody else needs to get its codes', () => {
  const anHour = 40;
  let world: AuthenticationWorld;
  let owner: FinishedAccount & { readonly phone: string };
  let count = 0;
  beforeAll(async () => {
    world = await authenticationWorld({ phones: { perCountryAnHour: anHour } });
  });
  afterAll(() => world.close());

  const fresh = () => `sends${count++}@mail.example`;

  /** Somebody with an app and a phone, in a browser and a place that the account was never in. */
  async function ownerOf(number: string): Promise<void> {
    const account = await finishedAccount(world, fresh());
    const presence = await addPhone(world, account.presence, number);
    const [phone] = (await world.authentication.authenticators.of(personIn(presence))).phones;
    owner = { ...account, presence, phone: phone?.id ?? 'no phone' };
    world.clock.advance(minutes(20));
  }

  /** As strangers do with numbers of theirs, counted in the same row. */
  async function useUp(limit: WindowLimit, of: string): Promise<void> {
    const quotas = createQuotas(postgresQuotas(world.pool.db), world.kms, world.clock);
    for (let n = 0; n <= limit.most; n++) if (!(await quotas.take([{ limit, of: [of] }])).allowed) return;
    throw new Error('never used up');
  }

  async function typed(presence: Presence, number: string): Promise<string> {
    const asked = { number: new Redacted(number), by: 'text', source } as const;
    const started = await world.authentication.phone.start(presence, asked);
    return started.ok ? 'sent' : started.error.code;
  }

  async function ownersCode(): Promise<string> {
    const atPassword = must(await withPassword(world, owner.email));
    const asked = { phone: owner.phone, by: 'text', source } as const;
    const sent = await world.authentication.phone.sendCode(atPassword, asked);
    return sent.ok ? 'sent' : sent.error.code;
  }

  async function ownerSignsInWithTheApp(): Promise<boolean> {
    const atPassword = must(await withPassword(world, owner.email));
    const code = totpCode(owner.totpKey, world.clock.now());
    return (await world.authentication.authenticatorApp.verify(atPassword, { code, source })).ok;
  }

  it('limit phone-code-sent.prefix: strangers use up the block of numbers that the owner’s is in, and the owner’s codes come', async () => {
    await ownerOf('+13055550100');
    await useUp(phoneSendLimits.prefix, codePhoneOf('+13055550100' as never).prefix);
    expect(await typed(await withoutSecond(world, fresh()), '+13055550101')).toBe('phone-codes-paused');
    expect(await ownersCode()).toBe('sent');
  });

  it('limit phone-code-sent.bound-prefix: strangers with phones in the same block use up its codes, and the owner signs in another way', async () => {
    await ownerOf('+13065550100');
    await useUp(phoneSendLimits['bound-prefix'], codePhoneOf('+13065550100' as never).prefix);
    expect(await ownersCode()).toBe('phone-codes-paused');
    expect(await ownerSignsInWithTheApp()).toBe(true);
  });

  it('limit phone-code-sent.account, phone-code-sent.account-day: a stranger uses up what their account may send to new numbers, and the owner’s adds one', async () => {
    const stranger = await withoutSecond(world, fresh());
    await useUp(phoneSendLimits.account, personIn(stranger));
    expect(await typed(stranger, '+13075550100')).toBe('too-many-attempts');
    expect(await typed(await withoutSecond(world, fresh()), '+13075550100')).toBe('sent');
    const other = await withoutSecond(world, fresh());
    await useUp(phoneSendLimits['account-day'], personIn(other));
    world.clock.advance(minutes(20));
    expect(await typed(other, '+13075550100')).toBe('too-many-attempts');
    expect(await typed(await withoutSecond(world, fresh()), '+13075550100')).toBe('sent');
  });

  it('limit phone-code-sent.country: strangers use up a whole country, phones of theirs included, and the owner signs in another way', async () => {
    await ownerOf('+15145550100');
    await useUp(withMost(phoneSendLimits.country, anHour), 'CA');
    expect(await ownersCode()).toBe('phone-codes-paused');
    expect(await ownerSignsInWithTheApp()).toBe(true);
  });

  it('limit account-phones.an-account: a stranger’s account has as many phones as one may have, and the owner’s adds theirs', async () => {
    let stranger = (await finishedAccount(world, fresh())).presence;
    for (let n = 0; n < 5; n++) stranger = await addPhone(world, stranger, `+1480555010${n}`);
    world.clock.advance(minutes(1));
    expect(await typed(stranger, '+14805550177')).toBe('too-many-phones');
    await ownerOf('+14805550177');
    expect(owner.phone).not.toBe('no phone');
  });
});

function personIn({ session }: Presence) {
  if (!session.person) throw new Error('nobody');
  return session.person;
}
