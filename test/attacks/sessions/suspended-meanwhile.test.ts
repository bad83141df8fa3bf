import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { addPasskey, passkeyAnswer, sendJson } from '../../support/visitors/passkey-visitor.ts';
import { makeAccount } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

it('A27: attack, an account is suspended while a sign-in of the thief is judged: nobody is signed in', async () => {
  const owner = await makeAccount(world);
  const thief = new CookieBrowser();
  const answer = await passkeyAnswer(world, thief, await addPasskey(world, owner.browser));
  const { db } = world.owner;
  const sent = await db.transaction().execute(async (tx) => {
    await sql`SELECT FROM passkeys FOR UPDATE`.execute(tx); // judged, and waiting to be written
    const sending = sendJson(world, thief, '/passkey/sign-in/verify', answer);
    await untilSomebodyWaits();
    // as "this was not me" does it: first the account, then all that it is signed in with
    const suspending = db.transaction().execute(async (other) => {
      await sql`UPDATE people SET status = 'suspended'`.execute(other);
      await sql`DELETE FROM sessions WHERE person IS NOT NULL`.execute(other);
    });
    return { sending, suspending };
  });
  await Promise.all([sent.sending, sent.suspending]);
  expect((await thief.visit(`${world.origin}/account`)).url.pathname).not.toBe('/account');
  const { rows } = await sql`SELECT FROM sessions WHERE person IS NOT NULL`.execute(db);
  expect(rows).toEqual([]);
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`.execute(
      world.owner.db,
    );
    if (rows.length > 0) return;
    await pause(20);
  }
}
