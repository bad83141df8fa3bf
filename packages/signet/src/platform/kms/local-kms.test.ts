import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { kmsContract } from './kms-contract.ts';
import { openLocalKms } from './local-kms.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'signet-kms-'));
afterAll(() => rmSync(dir, { recursive: true }));

kmsContract('the local key file', () => openLocalKms(path.join(dir, 'kms.json')));

it('makes the key file for its owner alone, in a folder that it makes too', async () => {
  const file = path.join(dir, 'made', 'kms.json');
  await openLocalKms(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(['kms.json']);
});

it('gives processes that start together the same key', async () => {
  const file = path.join(dir, 'race', 'kms.json');
  const opened = await Promise.all(Array.from({ length: 8 }, () => openLocalKms(file)));
  const keys = await Promise.all(opened.map((kms) => kms.verifierKey()));
  expect(new Set(keys).size).toBe(1);
});

it.each([
  ['readable by others', (file: string) => chmodSync(file, 0o640)],
  ['empty', (file: string) => writeFileSync(file, '')],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 60))],
  [
    'of a short key',
    (file: string) =>
      writeFileSync(file, JSON.stringify({ format: 'signet-local-kms-1', rootKey: 'c2hvcnQ=' })),
  ],
])('refuses a key file that is %s, in one line that names the setting', async (name, spoil) => {
  const file = path.join(dir, `${name.replaceAll(' ', '-')}.json`);
  await openLocalKms(file);
  const before = JSON.parse(readFileSync(file, 'utf8')).rootKey;
  spoil(file);
  const refused = await openLocalKms(file).catch((cause: unknown) => cause);
  expect(refused).toMatchObject({ code: 'kms-unavailable' });
  expect(String(refused)).toMatch(/^AppError: SIGNET_KMS_KEY_FILE: [^\n]+$/);
  expect(inspect(refused, { depth: 9 })).not.toContain(before.slice(0, 12));
});

it('refuses a path where no file can be, naming the setting', async () => {
  const file = path.join(dir, 'kms.json', 'below-a-file');
  await expect(openLocalKms(file)).rejects.toThrow(/SIGNET_KMS_KEY_FILE/);
});
