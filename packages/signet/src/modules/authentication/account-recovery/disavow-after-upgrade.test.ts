import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  finishedAccount,
  goodPassword,
  must,
  origin,
  source,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../../../../../test/support/worlds/recovery-world.ts';
import { Redacted, seconds } from '../../../kernel/index.ts';

let world: RecoveryWorld;
beforeAll(async () => {
  world = await recoveryWorld();
});
afterAll(() => world.close());

/** As a release does: a column that every row must have, with what it is for the rows that are there. */
async function upgrade(): Promise<void> {
  const owner = world.owner();
  const kept = [
    'passwords',
    'totp_authenticators',
    'passkeys',
    'phones',
    'recovery_code_sets',
    'recovery_codes',
  ];
  for (const table of [...kept, 'vaults', 'vault_wraps', 'vault_items'])
    await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN since_release text NOT NULL DEFAULT 'the next'`.execute(
      owner.db,
    );
  await sql`ALTER TABLE passkeys DROP COLUMN sealed_name`.execute(owner.db);
  await owner.close();
}

it('B16: "this was not me" brings everything back across an upgrade that adds columns, and takes one away (finding H1)', async () => {
  const ana = await finishedAccount(world, 'upgraded@mail.example');
  const { authentication } = world;
  const device = softwareAuthenticator({ origin, synced: true, prf: 'none' });
  const asked = must(await authentication.passkey.creationOptions(ana.presence));
  const enrolled = must(
    await authentication.passkey.enroll(asked.presence, { ...device.create(asked.options), name: 'Desk' }),
  );
  const person = enrolled.presence.session.person;
  if (!person) throw new Error('nobody');
  world.clock.advance(seconds(1));

  const thief = must(
    await world.recovery.useSavedCode(await world.underWay(ana.email), { code: ana.codes[0] ?? '', source }),
  );
  must(await authentication.password.set(thief, { password: new Redacted('the thief was here') }));
  const told = await world.mailTo(ana.email);
  const notice = told.findLast(({ subject }) => /got back into/.test(subject));
  const [, token = ''] = /\/not-me\/([\w-]{43})/.exec(notice?.text ?? '') ?? [];

  await upgrade();
  expect(await world.recovery.disavow(token)).toBe('recovery');

  expect((await withPassword(world, ana.email, 'the thief was here')).ok).toBe(false);
  const back = must(await withPassword(world, ana.email, goodPassword));
  expect(await world.sessions.openVault(back)).toBeDefined();
  expect(await authentication.authenticators.of(person)).toMatchObject({
    password: true,
    totp: true,
    recoveryCodesLeft: 9, // the one that the thief had is used up
    passkeys: [{ userVerified: true, synced: true }],
  });
  const { rows } = await sql<{ release: string }>`
    SELECT since_release AS release FROM passwords WHERE person = ${person}
    UNION SELECT since_release FROM vault_wraps WHERE person = ${person}`.execute(world.pool.db);
  expect(rows).toEqual([{ release: 'the next' }]);
});
