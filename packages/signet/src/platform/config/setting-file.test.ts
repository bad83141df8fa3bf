import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettingFile } from './index.ts';

let dir: string;
const inDir = (name: string) => path.join(dir, name);
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-setting-'));
  await writeFile(inDir('file'), 'content');
  await symlink(inDir('file'), inDir('link'));
  execFileSync('mkfifo', [inDir('pipe')]);
});
afterAll(() => rm(dir, { recursive: true }));

const read = (name: string, largest = 7) =>
  readSettingFile('SIGNET_AGENCIES_FILE', path.resolve(dir, name), largest);

it('reads a file, also through a link, as secrets are mounted', async () => {
  expect(String(await read('file'))).toBe('content');
  expect(String(await read('link'))).toBe('content');
});

it.each([
  ['pipe', /is not a file/],
  ['/dev/zero', /is not a file/],
  ['/dev/null', /is not a file/],
  ['.', /is not a file|cannot be read/],
  ['none', /cannot be read/],
])('%s: is refused by the name of its setting, and nothing waits for it', async (name, why) => {
  const refused = await read(name).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'bad-setting', message: expect.stringMatching(why) });
  expect(String(refused)).toContain('Setting SIGNET_AGENCIES_FILE');
});

it('a file that is larger than such a file ever is: is refused unread', async () => {
  await expect(read('file', 6)).rejects.toThrow(/is larger than 6 bytes/);
});
