/**
 * Builds what an agency installs, `packages/relying-party/dist`: JavaScript for Node 20 and newer, with its types.
 * `npm pack` runs it.
 */
import { execFile } from 'node:child_process';
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const folder = path.join(import.meta.dirname, '..', 'packages', 'relying-party');
const dist = path.join(folder, 'dist');
const compiler = path.join(folder, '..', '..', 'node_modules', '.bin', 'tsc');

await rm(dist, { recursive: true, force: true });
await promisify(execFile)(compiler, ['-p', path.join(folder, 'tsconfig.build.json')]);
await cp(path.join(folder, 'src/hono/session-clock.js'), path.join(dist, 'hono/session-clock.js'));
// The compiler writes .js into what runs, and leaves .ts in the types.
for await (const file of glob('**/*.d.ts', { cwd: dist })) {
  const text = await readFile(path.join(dist, file), 'utf8');
  await writeFile(path.join(dist, file), text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
}
