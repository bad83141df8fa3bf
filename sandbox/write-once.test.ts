import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeOnce } from './write-once.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'signet-write-once-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('of many starts at once one writes the file, and all of them read the same', async () => {
  const file = path.join(folder, 'key');
  const read = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      await writeOnce(file, `key of start ${n}`);
      return readFile(file, 'utf8');
    }),
  );
  expect([...new Set(read)]).toEqual([expect.stringMatching(/^key of start \d+$/)]);
  expect(await readdir(folder)).toEqual(['key']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('is whole as soon as it is there, also to a start that finds it while another writes it', async () => {
  const file = path.join(folder, 'key');
  const long = 'a key '.repeat(2_000_000);
  const first = writeOnce(file, long);
  while (!existsSync(file)) await turn();
  await writeOnce(file, 'another');
  expect((await readFile(file, 'utf8')) === long).toBe(true);
  await first;
});

it('leaves what is there as it is', async () => {
  const file = path.join(folder, 'key');
  await writeFile(file, 'the first');
  await writeOnce(file, 'another');
  expect(await readFile(file, 'utf8')).toBe('the first');
});
