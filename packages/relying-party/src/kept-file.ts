import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * The content of `folder/name`; the first call makes it. Only its owner can read it. It appears whole or not
 * at all, and of several processes that start together one makes it and all read the same: `link` refuses
 * to replace.
 */
export async function keptFile(folder: string, name: string, make: () => Promise<string>): Promise<string> {
  const file = path.join(folder, name);
  const there = await readIfThere(file);
  if (there !== undefined) return there;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const apart = `${file}.${randomUUID()}`;
  await writeFile(apart, await make(), { mode: 0o600 });
  try {
    await link(apart, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(apart);
  }
  return readFile(file, 'utf8');
}
