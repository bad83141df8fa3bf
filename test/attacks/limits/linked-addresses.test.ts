import { afterAll, beforeAll, expect, it } from 'vitest';
import { Redacted } from '../../../packages/signet/src/kernel/index.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  finishedAccount,
  goodPassword,
  must,
  source,
} from '../../support/worlds/authentication-world.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const [known, second, anothers, nobodys] = [
  'ana@mail.example',
  'ana@work.example',
  'bob@mail.example',
  'nobody@mail.example',
] as const;

async function tried(email: string, password: string, from: string): Promise<string> {
  const presence = await world.sessions.begin({});
  const given = { email, password: new Redacted(password), source: from };
  const outcome = await world.authentication.password.signIn(presence, given);
  return outcome.ok ? 'in' : outcome.error.code;
}

it('A22: attack, are two addresses one person’s: tries at one of them change nothing of what others are told', async () => {
  const ana = await finishedAccount(world, known);
  const asked = must(await world.authentication.email.addAddress(ana.presence, { email: second, source }));
  const code = codeIn(await world.newestMail(second));
  must(await world.authentication.email.confirmNewAddress(asked, { code, source }));
  await finishedAccount(world, anothers);
  const stranger = '198.51.100.66';
  const outcomes = new Set<string>();
  for (let n = 0; n < 12 && !outcomes.has('too-many-attempts'); n += 1)
    outcomes.add(await tried(known, 'a wrong password', stranger));
  expect([...outcomes]).toEqual(['does-not-match', 'too-many-attempts']);
  for (const email of [second, anothers, nobodys])
    expect([email, await tried(email, 'a wrong password', stranger)]).toEqual([email, 'does-not-match']);
  expect(await tried(known, goodPassword, source)).toBe('in');
});
