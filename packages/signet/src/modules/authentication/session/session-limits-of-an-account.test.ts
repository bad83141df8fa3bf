import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { newId, type PersonId, seconds } from '../../../kernel/index.ts';
import type { AuthenticationEvent, Presence } from './session.ts';

let world: AuthenticationWorld;
let owner: PersonId;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  owner = newId<PersonId>();
});

const password = () => ({ method: 'password', at: world.clock.now() }) as const;
const passkey = (userVerified: boolean) => () =>
  ({ method: 'passkey', userVerified, at: world.clock.now() }) as const;
const totp = () => ({ method: 'totp', at: world.clock.now() }) as const;

/** One browser after another, a second apart. */
async function signInTimes(
  times: number,
  person: PersonId,
  finish: boolean,
  factor: () => AuthenticationEvent = password,
): Promise<Presence[]> {
  const begun: Presence[] = [];
  for (let n = 0; n < times; n++) {
    const half = await world.sessions.renew(await world.sessions.begin({}), { event: factor(), person });
    begun.push(finish ? await world.sessions.renew(half, { event: totp() }) : half);
    world.clock.advance(seconds(1));
  }
  return begun;
}

const isLive = async (presence: Presence | undefined): Promise<boolean> =>
  presence !== undefined && (await world.sessions.load(presence.cookie.reveal())) !== undefined;

it('limit account-sessions.finished: with the fifty-first browser the one that was used longest ago is signed out, and nobody else', async () => {
  const [other] = await signInTimes(1, newId<PersonId>(), true);
  const [first, second, ...more] = await signInTimes(50, owner, true);
  expect(await isLive(first)).toBe(true);
  const [last] = await signInTimes(1, owner, true);
  expect(await Promise.all([first, second, more.at(-1), last, other].map(isLive))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(await world.sessions.listOf(owner)).toHaveLength(50);
});

it('the session itself does not count beside itself: given a factor again it stays, and so do all others', async () => {
  const all = await signInTimes(50, owner, true);
  const again = await world.sessions.renew(all[49] ?? (undefined as never), { event: password() });
  expect(await isLive(again)).toBe(true);
  expect(await world.sessions.listOf(owner)).toHaveLength(50);
  await expect(
    world.sessions.renew(all[49] ?? (undefined as never), { event: password() }),
  ).rejects.toThrow();
  expect(await world.sessions.listOf(owner)).toHaveLength(50); // what comes too late ends nothing
});

it('limit account-sessions.half-done: a stranger with the password begins sixty sign-ins, and no browser of the owner is signed out', async () => {
  const mine = await signInTimes(3, owner, true);
  const [first, ...strangers] = await signInTimes(60, owner, false);
  expect([await isLive(first), await isLive(strangers.at(-1))]).toEqual([false, true]);
  expect(await Promise.all(mine.map(isLive))).toEqual([true, true, true]);
  const [here] = await signInTimes(1, owner, true);
  expect(await isLive(here)).toBe(true);
});

it('attack, a found key that asks for no PIN begins sixty sign-ins: it is one factor, and no browser of the owner is signed out', async () => {
  const mine = await signInTimes(3, owner, true);
  const byPasskey = await signInTimes(1, owner, false, passkey(true));
  await signInTimes(60, owner, false, passkey(false));
  expect(await Promise.all([...mine, ...byPasskey].map(isLive))).toEqual([true, true, true, true]);
});
