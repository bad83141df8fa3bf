import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildClient } from './build-client.ts';

const root = path.join(import.meta.dirname, '..');
export const serverFolder = path.join(root, 'dist', 'server');

/** Builds what `npm start` runs: the server into `dist/server`, the world around it into `dist/world.js`. A second or two. */
export async function buildAll(): Promise<void> {
  await Promise.all([buildServer(), buildBeside('sandbox/world/main.ts', 'dist/world.js')]);
}

/** The server: one file of our own code, and beside it what it reads, migrations and what browsers load. */
export async function buildServer(): Promise<void> {
  const beside = path.join(serverFolder, 'migrations');
  await mkdir(serverFolder, { recursive: true });
  await rm(beside, { recursive: true, force: true });
  await Promise.all([
    build({
      ...options,
      entryPoints: ['packages/signet/src/main.ts'],
      outfile: path.join(serverFolder, 'main.js'),
    }),
    cp(path.join(root, 'packages/signet/migrations'), beside, { recursive: true }),
    buildClient(path.join(serverFolder, 'assets')),
  ]);
}

/** A program that never leaves this checkout (the sandbox world, measurements): its code finds its files where it lies. */
export async function buildBeside(entry: string, outfile: string): Promise<void> {
  await build({ ...options, entryPoints: [entry], outfile, plugins: [placesOfSources] });
}

/** Libraries stay in node_modules, where their models and WebAssembly lie beside them. */
const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  logLevel: 'warning',
};

/** In a bundle `import.meta` tells where the bundle lies; this keeps it telling where the source does. */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
      return { contents, loader: file.endsWith('.tsx') ? 'tsx' : 'ts' };
    });
  },
};

if (import.meta.main) await buildAll();
