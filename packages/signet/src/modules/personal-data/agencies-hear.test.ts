import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tablesHolding } from '../../../../../test/support/database/rows-naming.ts';
import {
  type BackchannelListener,
  openBackchannelListener,
} from '../../../../../test/support/sites/backchannel-listener.ts';
import { newFlow, open, signInAt, userinfo } from '../../../../../test/support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import { headingIn } from '../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified } from '../../../../../test/support/visitors/verified-visitor.ts';
import { runWorker } from '../../composition/run.ts';

let listener: BackchannelListener;
let deaf: BackchannelListener;
let world: TestSignet;
beforeAll(async () => {
  [listener, deaf] = await Promise.all([openBackchannelListener(), openBackchannelListener('never-answers')]);
  world = await startSignet({
    agencies: {
      permits: { backchannelLogoutUri: deaf.url },
      records: { backchannelLogoutUri: listener.url },
    },
  });
  await runWorker(world.signet);
});
afterAll(async () => {
  await Promise.all([listener.close(), deaf.close()]);
  await world.close();
});

it('P4, C4: agencies hear that the person is gone, their tokens stop working, and a deaf one holds nothing up', async () => {
  const { pool } = world.signet.resources;
  const { deletion } = world.signet.personalData;
  const visitor = await makeVerified(world);
  const stays = await makeVerified(world);
  const atRecords = await signInAt(world, world.records, visitor.browser);
  const atPermits = await signInAt(world, world.permits, visitor.browser);
  const ofOther = await signInAt(world, world.records, stays.browser);
  const { rows } = await sql<{ lookup: string }>`SELECT DISTINCT encode(person_lookup, 'hex') AS lookup
    FROM openid_artifacts WHERE person_lookup IS NOT NULL`.execute(pool.db);
  await deletion.ask(visitor.person);
  expect((await userinfo(world, atRecords.accessToken)).status).toBe(200); // while it waits nothing changes
  for (const column of ['due_at', 'closed_at']) {
    await sql`UPDATE account_deletions SET ${sql.ref(column)} = now() - interval '1 hour'`.execute(pool.db);
    await deletion.sweep();
  }
  const [token = ''] = await listener.heard(1);
  const jwks = createRemoteJWKSet(new URL(`${world.origin}/oauth/jwks`));
  const { payload } = await jwtVerify(token, jwks, { issuer: world.origin, audience: 'records' });
  const there = decodeJwt(atRecords.idToken);
  expect([payload.sub, payload.sid]).toEqual([there.sub, there.sid]);
  for (const { accessToken } of [atRecords, atPermits])
    expect((await userinfo(world, accessToken)).status).toBe(401);
  expect((await userinfo(world, ofOther.accessToken)).status).toBe(200);
  const left = await tablesHolding(pool.db, [visitor.person]);
  expect(left).toEqual([]);
  expect(rows.length).toBe(2); // each person's artifacts have one lookup
  const still = await sql<{ n: number }>`SELECT count(DISTINCT person_lookup)::int AS n
    FROM openid_artifacts WHERE person_lookup IS NOT NULL`.execute(pool.db);
  expect(still.rows[0]?.n).toBe(1);
  expect(headingIn(await open(world, newFlow(world.records), visitor.browser))).toBe('Sign in');
});
