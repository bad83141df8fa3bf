import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, rm, writeFile } from 'node:fs/promises';

/** Writes a file that is not there yet: whole or not at all, and of two writers one. */
export async function writeOnce(file: string, text: string): Promise<void> {
  if (existsSync(file)) return;
  const draft = `${file}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // else another start was faster
  } finally {
    await rm(draft);
  }
}
