/**
 * Makes `dist/server`, the folder that a server installs: plain Node 24 runs it with `node main.js`, as any user and
 * from a disk that cannot be written. It is for this machine's platform.
 *
 *   npm run build:server
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildProduct, root } from './build.ts';
import { copyProductionDependencies } from './production-dependencies.ts';

const product = path.join('packages', 'signet');

export async function buildServer(to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await buildProduct(to);
  await copyProductionDependencies(root, product, to);
  for (const file of ['LICENSE', 'NOTICE']) await cp(path.join(root, file), path.join(to, file));
  const { name, version, license, type, engines } = JSON.parse(
    await readFile(path.join(root, product, 'package.json'), 'utf8'),
  );
  const manifest = { name, version, private: true, license, type, engines, main: 'main.js' };
  await writeFile(path.join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) await buildServer(path.join(root, 'dist', 'server'));
