import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Plain name → name with content hash: `signet.css` → `signet-3F2K….css`. */
type Manifest = Readonly<Record<string, string>>;

let opened: Manifest | undefined;

/**
 * Reads the manifest that `scripts/build-client.ts` wrote into the folder, and returns the folder. Called once at
 * start, where a missing build is a fault; pages rendered without it (a unit test) fall back to plain names.
 */
export function openAssets(dir: string): string {
  const file = join(dir, 'manifest.json');
  if (!existsSync(file)) throw new Error(`${dir} has no manifest.json: what browsers load was not built`);
  opened = asManifest(JSON.parse(readFileSync(file, 'utf8')));
  return dir;
}

export function assetUrl(
  name:
    | 'signet.css'
    | 'signet.js'
    | 'card-worker.js'
    | 'sandbox-camera.js'
    | 'signet.svg'
    | 'favicon.svg'
    | 'touch-icon.png',
): string {
  return `/assets/${opened?.[name] ?? name}`;
}

function asManifest(value: unknown): Manifest {
  if (typeof value !== 'object' || value === null) throw new Error('manifest.json is not an object');
  return Object.fromEntries(Object.entries(value).map(([name, file]) => [name, String(file)]));
}
