import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthenticatorTraits,
  softwareAuthenticator,
} from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  finishedAccount,
  must,
  origin,
  source,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import type { Presence } from '../session/index.ts';

let world: AuthenticationWorld;
let number = 0;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

/** An account with a password and a key of these flags; what the key then does, alone or after the password. */
async function keyed(traits: Partial<AuthenticatorTraits>) {
  number += 1;
  const email = `flags${number}@mail.example`;
  const account = await finishedAccount(world, email);
  const key = softwareAuthenticator({ origin, prf: 'none', ...traits });
  const asked = must(await world.authentication.passkey.creationOptions(account.presence));
  const enrolled = await world.authentication.passkey.enroll(asked.presence, key.create(asked.options));
  const use = async (from: Presence, at: Partial<AuthenticatorTraits> = {}) => {
    const { presence, options } = await world.authentication.passkey.requestOptions(from);
    return world.authentication.passkey.signIn(presence, { ...key.get(options, at), source });
  };
  return { email, enrolled, use };
}

describe('UV, BE and BS of a passkey', () => {
  /** UV, BE, BS; after a password; the level. Phishing-resistant in every case: it is a key. */
  it.each([
    [1, 1, 1, false, 2],
    [1, 1, 0, false, 2],
    [1, 0, 0, false, 3],
    [0, 1, 1, false, 1],
    [0, 1, 0, false, 1],
    [0, 0, 0, false, 1],
    [1, 1, 1, true, 2],
    [1, 1, 0, true, 2],
    [1, 0, 0, true, 3],
    [0, 1, 1, true, 2],
    [0, 1, 0, true, 2],
    [0, 0, 0, true, 3],
  ] as const)('B2, B10: UV %i, BE %i, BS %i, password %s: AAL%i', async (uv, be, bs, password, aal) => {
    const { email, use } = await keyed({ userVerified: uv === 1, synced: be === 1, backedUp: bs === 1 });
    const from = password ? must(await withPassword(world, email)) : await world.sessions.begin({});
    const { session } = must(await use(from)).presence;
    expect(session).toMatchObject({ aal, phishingResistant: true });
  });

  it('B10: a key that says it is backed up and cannot be is no key', async () => {
    const { enrolled } = await keyed({ synced: false, backedUp: true });
    expect(enrolled).toMatchObject({ error: { code: 'passkey-refused' } });
  });

  it.each([true, false])(
    'B2: attack: a key that was %s for “can be synced” and then says otherwise',
    async (synced) => {
      const { use } = await keyed({ synced });
      const changed = await use(await world.sessions.begin({}), { synced: !synced });
      expect(changed).toMatchObject({ error: { code: 'passkey-refused' } });
    },
  );

  it('B10: being backed up since, or not any more, changes nothing', async () => {
    const { use } = await keyed({ synced: true, backedUp: false });
    const back = must(await use(await world.sessions.begin({}), { backedUp: true }));
    expect(back.presence.session.aal).toBe(2);
  });
});
