import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the repository, found from wherever this runs: `src/` under tests, `dist/` when built. */
export const packageRoot: string = findUp(import.meta.dirname);

function findUp(dir: string): string {
  if (
    existsSync(path.join(dir, 'packages', 'signet', 'migrations')) &&
    existsSync(path.join(dir, 'package.json'))
  )
    return dir;
  const above = path.dirname(dir);
  if (above === dir)
    throw new Error('package.json and packages/signet/migrations not found above the program');
  return findUp(above);
}
