import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { words } from '../../../packages/signet/src/web/locales/index.ts';
import { messageTo } from '../../journey/actor.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';
import { photosSeenLater } from '../../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: Stage;
let signet: Pool;
let authority: Pool;
beforeAll(async () => {
  stage = await openStage({ environment: photosSeenLater });
  signet = openPool(stage.databaseUrl, () => undefined);
  authority = openPool(`${stage.databaseUrl}_sandbox`, () => undefined);
});
afterAll(async () => {
  await Promise.all([signet.close(), authority.close()]);
  await stage.close();
});

/** Two sides of the license, and of the live picture the straight look and three movements. */
const everyPicture = 6;

it('A1, A17: a silent authority decides nothing; once it answers, the case is decided by itself, the mail comes, and the evidence goes', async () => {
  const imani = await stage.enter('imani-okoro');
  expect((await goThrough(imani, 'revenue')).outcome).toBe('pending-records');
  await messageTo(imani, imani.email, /will take a little longer/);
  expect(await waiting()).toEqual({ stage: 'checking', keptPhotos: everyPicture, sealed: true });

  await imani.page.reload(); // and again, by somebody who is impatient: nothing moves, nothing is lost
  expect(await imani.page.locator('h1').textContent()).toBe(words('en').proofing.pending.title);

  const answered = await authority.pg.query(
    `UPDATE license_holders SET behavior = 'answers' WHERE behavior = 'hangs'`,
  );
  expect(answered.rowCount).toBeGreaterThan(0);
  await makeRetryDue();
  await messageTo(imani, imani.email, /We have an answer about your identity check/);
  await messageTo(imani, imani.email, /Your identity was verified/);
  expect(await waiting()).toEqual({ stage: 'ended', keptPhotos: 0, sealed: false });

  await imani.page.reload();
  expect((await goOn(imani)).outcome).toBe('account'); // her way to the agency was kept as well
});

/** The one case there is, and what of its evidence is kept. */
async function waiting(): Promise<Record<string, unknown>> {
  const { rows } = await signet.pg.query<Record<string, unknown>>(
    `SELECT stage, wrapped_key IS NOT NULL AS sealed,
       (SELECT count(*)::int FROM proofing_images i WHERE i.case_id = c.id) AS "keptPhotos"
     FROM proofing_cases c`,
  );
  return rows[0] ?? {};
}

/** The next try is a minute away: now it is there. */
async function makeRetryDue(): Promise<void> {
  await expect
    .poll(
      async () => {
        const moved = await signet.pg.query(
          `UPDATE pgboss.job SET start_after = now() WHERE name = 'proofing.check' AND state IN ('created', 'retry')`,
        );
        return moved.rowCount;
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
}
