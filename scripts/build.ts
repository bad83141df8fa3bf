import { readFileSync, realpathSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildClient } from './build-client.ts';
import { removeOthers } from './remove-others.ts';

export const root = path.join(import.meta.dirname, '..');

/** Builds what `npm start` runs into `dist/sandbox`: Signet, and the world around it. A second or two. */
export async function buildSandbox(): Promise<void> {
  await Promise.all([
    buildProduct(path.join(root, 'dist/sandbox/signet')),
    buildBeside('sandbox/world/main.ts', 'dist/sandbox/world.js'),
  ]);
}

/**
 * Signet: a small entry, which has to run before the libraries are read, our own code behind it, and beside it what it
 * reads, migrations and what browsers load.
 */
export async function buildProduct(folder: string): Promise<void> {
  await Promise.all([
    buildParts(folder),
    copyMigrations(path.join(folder, 'migrations')),
    buildClient(path.join(folder, 'assets')),
  ]);
}

/**
 * The entry, the program, and the parts that it reads when they are needed. What a part only imports and does not use is
 * left out of it, for `sideEffects` in packages/signet/package.json says that no import of ours does anything by itself.
 * Parts of an earlier build are taken away.
 */
async function buildParts(folder: string): Promise<void> {
  const { metafile } = await build({
    ...options,
    entryPoints: ['main', 'program', 'judge-photos'].map((name) => `packages/signet/src/${name}.ts`),
    outdir: folder,
    splitting: true,
    metafile: true,
  });
  const built = Object.keys(metafile.outputs).map((file) => path.basename(file));
  await removeOthers(folder, built, (name) => /\.js(\.map)?$/.test(name));
}

async function copyMigrations(to: string): Promise<void> {
  const from = path.join(root, 'packages/signet/migrations');
  await cp(from, to, { recursive: true });
  await removeOthers(to, await readdir(from));
}

/** A program that never leaves this checkout (the sandbox world, measurements): its code finds its files where it lies. */
export async function buildBeside(entry: string, outfile: string): Promise<void> {
  await build({ ...options, entryPoints: [entry], outfile, plugins: [ownPackages, placesOfSources] });
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

/** The packages of this repository are bundled as the rest of our own code is: Node does not read their .tsx. */
const ownPackages: Plugin = {
  name: 'own-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^@signet\// }, ({ path: name }) => ({ path: sourceOf(name) }));
  },
};

/** As Node with the condition `signet-source` finds it, which in this repository leads to the source. */
function sourceOf(name: string): string {
  const [scope, pkg, ...rest] = name.split('/');
  const folder = path.join(root, 'node_modules', `${scope}/${pkg}`);
  const { exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const found = exports[['.', ...rest].join('/')];
  return path.join(realpathSync(folder), found['signet-source'] ?? found);
}

if (import.meta.main) await buildSandbox();
