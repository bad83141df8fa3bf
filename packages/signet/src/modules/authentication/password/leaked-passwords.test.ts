import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Redacted } from '../../../kernel/index.ts';
import { openLeakedPasswords } from './leaked-passwords.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-leaked-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const hashOf = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();
const leaked = Array.from({ length: 30_000 }, (_, n) => `leaked-${n}`);
const lines = leaked.map((password, n) => `${hashOf(password)}:${n + 1}`).sort();

async function fileOf(content: readonly string[], end = '\r\n'): Promise<string> {
  const file = path.join(dir, `${Math.random()}.txt`);
  await writeFile(file, content.map((line) => line + end).join(''));
  return file;
}

const refusal = async (file: string): Promise<string> => {
  const error = await openLeakedPasswords(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error ? error.message : 'taken';
};

describe('B3: a file of leaked passwords', () => {
  it.each([
    ['\r\n', lines],
    ['\n', lines],
    ['\n', lines.slice(0, 1)],
    ['\n', lines.filter((_, n) => n % 1000 === 0)],
  ])('B3: finds each of its passwords and no other (line end %j, %#)', async (end, content) => {
    const file = await openLeakedPasswords(await fileOf(content, end));
    const has = (password: string) => file.has(new Redacted(password));
    const there = new Set(content.map((line) => line.slice(0, 40)));
    const some = leaked.filter((_, n) => n % 97 === 0 || n < 3);
    for (const password of some)
      expect([password, await has(password)]).toEqual([password, there.has(hashOf(password))]);
    for (const edge of [content[0], content.at(-1)]) {
      const password = leaked.find((one) => edge?.startsWith(hashOf(one))) ?? '';
      expect(await has(password)).toBe(true);
    }
    expect(await has('nobody ever had this one')).toBe(false);
  });

  it('B3: is searched in few small reads, whatever its size', async () => {
    const file = await openLeakedPasswords(await fileOf(lines));
    const handle = await open(await fileOf([]));
    const reads = vi.spyOn(Object.getPrototypeOf(handle), 'read');
    await handle.close();
    expect(await file.has(new Redacted('leaked-7'))).toBe(true);
    const sizes = reads.mock.calls.map(([, , length]) => Number(length));
    reads.mockRestore();
    expect(sizes.length).toBeLessThanOrEqual(1 + Math.ceil(Math.log2((lines.length * 48) / 8192)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8192);
  });

  it('stops the start, in words, when it is missing, unsorted, broken off or something else', async () => {
    expect(await refusal(path.join(dir, 'none.txt'))).toMatch(
      /SIGNET_LEAKED_PASSWORDS_FILE.* cannot be opened/,
    );
    expect(await refusal(await fileOf([]))).toMatch(/is empty/);
    expect(await refusal(await fileOf(lines.toReversed()))).toMatch(/not sorted by hash/);
    expect(await refusal(await fileOf(leaked.map((one, n) => `${hashOf(one)}:${n}`)))).toMatch(/not sorted/);
    expect(await refusal(await fileOf(lines.slice(0, 20_000)))).toMatch(/part of it is missing/);
    expect(await refusal(await fileOf(lines.slice(5000)))).toMatch(/part of it is missing/);
    expect(await refusal(await fileOf(leaked))).toMatch(/SHA1:count/);
    expect(await refusal(await fileOf(lines.map((line) => line.toLowerCase())))).toMatch(/40 capitals/);
    expect(await refusal(await fileOf(['x'.repeat(100_000)]))).toMatch(/SHA1:count/);
    expect(await refusal(dir)).toMatch(/is no file/);
    expect(await refusal(await fileOf(lines))).toBe('taken');
  });
});
