import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder `sandbox/`, found from wherever this runs: the sources, or one built file above or beside them. */
export const sandboxRoot: string = findUp(import.meta.dirname);

function findUp(folder: string): string {
  const candidate = path.join(folder, 'sandbox');
  if (existsSync(path.join(candidate, 'faces', 'people.json'))) return candidate;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('sandbox/faces/people.json was not found above the program');
  return findUp(above);
}
