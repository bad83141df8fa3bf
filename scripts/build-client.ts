import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { buildTargets } from './oldest-browsers.ts';
import { removeOthers } from './remove-others.ts';

const root = join(import.meta.dirname, '..');

const sources = {
  scripts: ['signet.ts', 'card-finder/card-worker.ts', 'sandbox-camera/sandbox-camera.ts'].map(
    (name) => `packages/signet/src/web/client/${name}`,
  ),
  styles: 'packages/signet/src/web/ui/css/signet.css',
  pictures: ['signet.svg', 'favicon.svg', 'touch-icon.png'].map(
    (name) => `packages/signet/src/web/ui/art/${name}`,
  ),
} as const;

/**
 * Bundles what browsers load into `outDir`: names carry a hash of the content, and `manifest.json` maps each plain name to
 * its file. Nothing is missing there meanwhile: a server may be started from it at any moment. Returns that map.
 */
export async function buildClient(outDir: string): Promise<Readonly<Record<string, string>>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...sources.scripts, sources.styles, ...sources.pictures],
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: buildTargets,
    loader: { '.woff2': 'file', '.svg': 'copy', '.png': 'copy' },
    metafile: true,
    logLevel: 'warning',
  });
  const manifest = entries(metafile);
  await mkdir(outDir, { recursive: true });
  const written = join(outDir, `manifest-${process.pid}.json`);
  await writeFile(written, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(written, join(outDir, 'manifest.json'));
  await removeOthers(outDir, [
    'manifest.json',
    ...Object.keys(metafile.outputs).map((file) => basename(file)),
  ]);
  return manifest;
}

function entries(metafile: Metafile): Record<string, string> {
  const plain = (source: string) => basename(source).replace(/\.ts$/, '.js');
  return Object.fromEntries(
    Object.entries(metafile.outputs).flatMap(([file, output]) =>
      output.entryPoint ? [[plain(output.entryPoint), basename(file)]] : [],
    ),
  );
}

if (import.meta.main) await buildClient(join(root, 'dist/sandbox/signet/assets'));
