import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the bundled server (`dist/main.js`), or in `dist/` when run from the sources. */
const candidates = [
  join(import.meta.dirname, 'assets'),
  join(import.meta.dirname, '../../../../../dist/assets'),
] as const;

interface Assets {
  readonly dir: string;
  /** Plain name → name with content hash: `signet.css` → `signet-3F2K….css`. */
  readonly manifest: Readonly<Record<string, string>>;
}

let opened: Assets | undefined;

/**
 * Reads the manifest that `scripts/build-client.ts` wrote. Called once at start, where a missing build is a
 * fault; pages rendered without it (a unit test) fall back to plain names.
 */
export function openAssets(dir?: string): Assets {
  const found = dir ?? candidates.find((it) => existsSync(join(it, 'manifest.json')));
  if (!found) throw new Error('the browser assets are not built: run scripts/build-client.ts');
  const manifest: unknown = JSON.parse(readFileSync(join(found, 'manifest.json'), 'utf8'));
  opened = { dir: found, manifest: asManifest(manifest) };
  return opened;
}

export function assetUrl(name: 'signet.css' | 'signet.js' | 'signet.svg' | 'favicon.svg'): string {
  return `/assets/${opened?.manifest[name] ?? name}`;
}

function asManifest(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) throw new Error('manifest.json is not an object');
  return Object.fromEntries(Object.entries(value).map(([name, file]) => [name, String(file)]));
}
