import { decodeJwt } from 'jose';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runWorker } from '../../../packages/signet/src/composition/run.ts';
import { tellOfProofing } from '../../../packages/signet/src/modules/proofing/tell-of-proofing.ts';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import {
  type BackchannelListener,
  openBackchannelListener,
} from '../../support/sites/backchannel-listener.ts';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { headingIn, submit } from '../../support/visitors/signet-visitor.ts';
import { makeVerified } from '../../support/visitors/verified-visitor.ts';

let deaf: BackchannelListener;
let listening: BackchannelListener;
let world: TestSignet;
beforeAll(async () => {
  [deaf, listening] = await Promise.all([
    openBackchannelListener('never-answers'),
    openBackchannelListener(),
  ]);
  world = await startSignet({
    agencies: {
      permits: { backchannelLogoutUri: deaf.url },
      records: { backchannelLogoutUri: listening.url },
    },
  });
  await runWorker(world.signet);
});
afterAll(async () => {
  await Promise.all([deaf.close(), listening.close()]);
  await world.close();
});

it('P4: attack, an account opened in somebody’s name: their "this was not me" ends it at every agency within seconds, though one is dead', async () => {
  const thief = await makeVerified(world);
  const atDeaf = await signInAt(world, world.permits, thief.browser);
  const atListening = await signInAt(world, world.records, thief.browser);
  await world.signet.transact((tx) =>
    tellOfProofing(world.signet, {
      origin: world.origin,
      reviewDays: 14,
      mailsLetters: true,
      canPrint: () => true,
    }).send(tx, thief.person, {
      kind: 'identity-verified',
      at: new Date(),
    }),
  );
  const mail = (await world.mailTo(thief.email)).find(({ text }) => text.includes('/not-me/'));
  const link = /http\S+\/not-me\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';

  const owner = new CookieBrowser();
  const asked = await owner.visit(link);
  const began = performance.now();
  await submit(owner, asked, new URL(link).pathname);
  expect(performance.now() - began).toBeLessThan(1000);

  const [heard = ''] = await listening.heard(1);
  const there = decodeJwt(atListening.idToken);
  expect(decodeJwt(heard)).toMatchObject({ aud: 'records', sub: there.sub, sid: there.sid });
  for (const { accessToken } of [atDeaf, atListening])
    expect((await userinfo(world, accessToken)).status).toBe(401);
  const back = await thief.browser.visit(`${world.origin}/account`);
  expect(headingIn(back)).toContain('Sign in');
  const { rows } = await sql<{ row: string }>`SELECT j::text AS row FROM pgboss.job j`.execute(
    world.signet.resources.pool.db,
  );
  expect(rows.some(({ row }) => row.includes('tell-agency-of-end'))).toBe(true);
  for (const { row } of rows) expect(row).not.toContain(thief.person);
});
