import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hours, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  confirmed,
  finishedAccount,
  goodPassword,
  must,
} from '../../support/worlds/authentication-world.ts';

const password = new Redacted(goodPassword);

describe('attack, passwords that are set to keep the machine hashing', () => {
  let world: AuthenticationWorld;
  beforeAll(async () => {
    world = await authenticationWorld({ hashesWaiting: 14 });
  });
  afterAll(() => world.close());
  afterEach(() => void vi.restoreAllMocks());
  const set = (presence: Presence) => world.authentication.password.set(presence, { password });

  it('limit password-set.an-hour: one session sets a password over and over: after twenty in an hour none is hashed, and others set theirs', async () => {
    let { presence } = await finishedAccount(world, 'over-and-over@mail.example');
    let times = 1; // the one that began the account was counted by its address
    for (let outcome = await set(presence); outcome.ok && times < 30; outcome = await set(presence)) {
      presence = outcome.value;
      times += 1;
    }
    expect(times).toBe(21);
    expect(await set(presence)).toMatchObject({ error: { code: 'too-many-attempts' } });
    const owner = await finishedAccount(world, 'owner@mail.example');
    expect(await set(owner.presence)).toMatchObject({ ok: true });
    world.clock.advance(hours(2));
  });

  it('many sessions from one network take a quarter of the places for a hash, as its sign-ins do', async () => {
    const from = (source: string) => ({ source, device: 'a'.repeat(43), userAgent: 'Firefox' });
    const flood = [];
    for (let n = 0; n < 10; n += 1)
      flood.push(await confirmed(world, `flood${n}@mail.example`, from(`2001:db8:66:${n}::1`)));
    const owner = await confirmed(world, 'elsewhere@mail.example', from('2001:db8:67::1'));
    const gate = Promise.withResolvers<void>();
    const mac = world.kms.mac.bind(world.kms);
    vi.spyOn(world.kms, 'mac').mockImplementation(async (use, data) => {
      if (use === 'password-pepper') await gate.promise; // each keeps its place until then
      return mac(use, data);
    });
    const outcomes: string[] = [];
    const floods = flood.map(async (presence) => {
      const outcome = await set(presence);
      outcomes.push(outcome.ok ? 'set' : outcome.error.code);
    });
    await expect.poll(() => outcomes.length, { timeout: 20_000 }).toBe(10 - 4);
    expect(new Set(outcomes)).toEqual(new Set(['busy']));
    const owners = set(owner);
    gate.resolve();
    expect(await owners).toMatchObject({ ok: true });
    await Promise.all(floods);
  });

  it('an address that is somebody’s by now is refused before anything is counted or hashed', async () => {
    const late = await confirmed(world, 'raced@mail.example');
    must(await set(await confirmed(world, 'raced@mail.example')));
    const hashed = vi.spyOn(world.kms, 'mac'); // with the pepper, after each hash
    expect(await set(late)).toEqual({ ok: false, error: { code: 'address-taken' } });
    expect(hashed.mock.calls.map(([use]) => use)).not.toContain('password-pepper');
  });
});
