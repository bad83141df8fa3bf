import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { postgresVaultStore } from '../../../packages/signet/src/modules/vault/index.ts';
import { openLocalKms } from '../../../packages/signet/src/platform/kms/index.ts';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import type { Actor } from '../../journey/actor.ts';
import { goThrough } from '../../journey/journey.ts';
import { walkThrough } from '../../journey/over-http.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';
import { factsOf, tripwire } from '../../support/tripwire/tripwire.ts';
import { openWithStoredValues, vaultOfThief } from '../../support/tripwire/vault-attacker.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let stage: Stage;
let pool: Pool;
const people: Actor[] = [];
const requested: string[] = [];

/** Somebody who gets through and signs in at two agencies, somebody who waits for a person, somebody who tries again. */
beforeAll(async () => {
  stage = await openStage({ environment: { SIGNET_LOG_LEVEL: 'debug' } });
  pool = openPool(stage.databaseUrl, () => undefined);
  const ana = await stage.enter('ana-rivera');
  ana.page.on('request', (request) => requested.push(request.url()));
  expect((await goThrough(ana, 'revenue')).outcome).toBe('account');
  await goThrough(ana, 'benefits');
  people.push(ana);
  for (const [id, ends] of [
    ['robin-aldous', 'needs-person'],
    ['dolores-whitfield', 'try-again'],
  ] as const) {
    const actor = await stage.enter(id);
    const { outcome, addresses } = await walkThrough(actor);
    expect(outcome).toBe(ends);
    requested.push(...addresses);
    people.push(actor);
  }
});
afterAll(async () => {
  await pool.close();
  await stage.close();
});

it('tripwire: no personal data in clear, email addresses included, in rows, jobs, audit, logs or addresses, after whole journeys', async () => {
  const findings = await tripwire(
    {
      databases: [stage.databaseUrl],
      written: { 'the log': [stage.world.log()], 'requested addresses': requested },
    },
    people.map(({ person, email }) => ({ ...factsOf(person), email })),
  );
  expect(findings).toEqual([]);
  expect(requested.length).toBeGreaterThan(20); // it had something to look at
});

it('attack, stolen database and KMS key file: without a person’s own secret no vault opens', async () => {
  const kms = await openLocalKms(`${stage.world.dataDir}/kms.json`);
  expect(await openWithStoredValues(pool.pg, vaultOfThief(postgresVaultStore(pool.db), kms))).toEqual([]);
});

it('A17: of a decided case no image and no key is left', async () => {
  const { rows } = await pool.pg.query(
    `SELECT c.wrapped_key, (SELECT count(*) FROM proofing_images i WHERE i.case_id = c.id)::int AS images
     FROM proofing_cases c WHERE c.decision->>'outcome' = 'verified'`,
  );
  expect(rows).toEqual([{ wrapped_key: null, images: 0 }]);
});
