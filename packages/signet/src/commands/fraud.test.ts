import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fraudPolicy } from '../modules/proofing/index.ts';
import { fraud } from './fraud.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'signet-fraud-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function refusalOf(text: string): Promise<unknown> {
  const file = path.join(folder, 'policy.json');
  await writeFile(file, text);
  const action = fraud.read(['dry-run', file]);
  return action?.({} as never).catch((error: unknown) => error); // nothing is opened for a policy that is none
}

it('a policy that is none is refused with the field that is wrong', async () => {
  const { phone } = fraudPolicy.signals;
  const wrong = { ...fraudPolicy, signals: { ...fraudPolicy.signals, phone: { ...phone, accounts: 0 } } };
  expect(await refusalOf(JSON.stringify(wrong))).toMatchObject({
    code: 'policy-unreadable',
    message: expect.stringContaining('signals.phone.accounts'),
  });
  expect(await refusalOf('{')).toMatchObject({ message: expect.stringContaining('is not JSON') });
});
