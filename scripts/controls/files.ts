import { glob } from 'node:fs/promises';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Paths from the root, sorted. */
export async function filesOf(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root, exclude: (name) => name.includes('node_modules') }))
    files.push(file);
  return files.sort();
}

export const testFiles = (): Promise<string[]> =>
  filesOf('{agencies,packages,sandbox,test,bench,scripts}/**/*.test.{ts,tsx}');
