import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Takes away what an earlier build left in a folder: all files but these, of those that `isBuilt` says a build makes. */
export async function removeOthers(
  folder: string,
  kept: readonly string[],
  isBuilt: (name: string) => boolean = () => true,
): Promise<void> {
  const found = await readdir(folder, { withFileTypes: true });
  const others = found.filter((entry) => entry.isFile() && isBuilt(entry.name) && !kept.includes(entry.name));
  await Promise.all(others.map(({ name }) => rm(path.join(folder, name), { force: true })));
}
