import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runWorker } from '../../packages/signet/src/composition/run.ts';
import { type AuditRef, newId } from '../../packages/signet/src/kernel/index.ts';
import { logLines, verifyLog } from '../../packages/signet/src/modules/audit/index.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const subject = newId<AuditRef>();
const record = () =>
  world.signet.transact((tx) =>
    world.signet.audit.record(tx, { action: 'test.happened', actor: { kind: 'person' }, subject }),
  );

async function verify() {
  const { kms, pool } = world.signet.resources;
  return verifyLog(logLines(pool.db), { key: createPublicKey(await kms.verifierKey()) });
}

it('without a worker Signet is ready, keeps what is recorded and shows it', async () => {
  await record();
  expect((await fetch(`${world.origin}/readyz`)).status).toBe(200);
  expect(await world.signet.audit.about(subject, { limit: 5 })).toMatchObject([{ action: 'test.happened' }]);
  expect(await verify()).toMatchObject({
    size: 0,
    unsequenced: 1,
    problems: [{ code: 'checkpoint-missing' }], // nothing of it is signed, and it says so
  });
});

it('a worker orders and signs it within seconds, and goes on as long as it runs', async () => {
  await runWorker(world.signet);
  for (let n = 1; n <= 3; n += 1) {
    await expect
      .poll(verify, { timeout: 5000, interval: 200 })
      .toMatchObject({ size: n, signedSize: n, unsequenced: 0, problems: [] });
    await record();
  }
});

it('what is recorded just before an orderly stop is signed', async () => {
  await record();
  await world.signet.sequencing.stop();
  expect(await verify()).toMatchObject({ size: 5, signedSize: 5, unsequenced: 0, problems: [] });
});
