import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  finishedAccount,
  must,
  origin,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import type { Presence } from '../session/index.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const personIn = ({ session: { person } }: Presence) => person ?? (undefined as never);

async function held(presence: Presence): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM passkeys WHERE person = ${personIn(presence)}`.execute(world.pool.db);
  return rows[0]?.n ?? 0;
}

/** As many as there may be, but `left`; of devices that are not here. */
async function fill(presence: Presence, left: number): Promise<void> {
  const person = personIn(presence);
  await sql`INSERT INTO passkey_users (person, user_handle) VALUES (${person}, ${randomBytes(32)})
    ON CONFLICT DO NOTHING`.execute(world.pool.db);
  for (let n = await held(presence); n < 20 - left; n++)
    await sql`INSERT INTO passkeys (credential_id, person, public_key, counter, transports, aaguid, user_verified,
        backup_eligible, backed_up, opens_vault, bound_at)
      VALUES (${randomBytes(32)}, ${person}, ${randomBytes(77)}, 0, '{}', '00000000-0000-0000-0000-000000000000', true,
        true, true, false, now())`.execute(world.pool.db);
}

const device = () => softwareAuthenticator({ origin, synced: true });

async function answered(presence: Presence) {
  const asked = must(await world.authentication.passkey.creationOptions(presence));
  return { presence: asked.presence, answer: device().create(asked.options) };
}

it('limit account-passkeys.an-account: there are at most twenty, also when two tabs add the last at once; and others add theirs', async () => {
  const stranger = (await finishedAccount(world, 'many@mail.example')).presence;
  await fill(stranger, 1);
  const first = await answered(stranger);
  const second = await answered(await otherBrowser(stranger));
  const results = await Promise.all(
    [first, second].map((tab) => world.authentication.passkey.enroll(tab.presence, tab.answer)),
  );
  expect(results.map((one) => (one.ok ? 'added' : one.error.code)).sort()).toEqual([
    'added',
    'too-many-passkeys',
  ]);
  expect(await held(stranger)).toBe(20);
  const again = await otherBrowser(stranger);
  expect(await world.authentication.passkey.creationOptions(again)).toEqual({
    ok: false,
    error: { code: 'too-many-passkeys' },
  });
  const owner = await answered((await finishedAccount(world, 'few@mail.example')).presence);
  expect((await world.authentication.passkey.enroll(owner.presence, owner.answer)).ok).toBe(true);
});

/** The same person, in another browser. */
const otherBrowser = (presence: Presence): Promise<Presence> =>
  world.sessions.begin({ person: personIn(presence), events: presence.session.events });
