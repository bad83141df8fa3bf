import { join } from 'node:path';
import { build } from 'esbuild';
import { buildClient } from './build-client.ts';

const root = join(import.meta.dirname, '..');

/** Builds the server into `dist/main.js` and what browsers load into `dist/assets`. Under a second. */
export async function buildAll(): Promise<void> {
  await Promise.all([buildServer(), buildClient(join(root, 'dist/assets'))]);
}

/** One file of our own code; libraries stay in node_modules, where their models and WebAssembly lie beside them. */
export async function buildServer(
  entry = 'packages/signet/src/main.ts',
  outfile = 'dist/main.js',
): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
  });
}

if (import.meta.main) await buildAll();
