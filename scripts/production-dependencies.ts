import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Packages of which a server needs only a part. */
const parts: Readonly<
  Record<string, { readonly dependencies?: readonly string[]; readonly files?: RegExp }>
> = {
  // Four models are read; its own JavaScript, and what that needs, is for browsers.
  'faceplugin-face-recognition-js': {
    dependencies: [],
    files: /^(package\.json|LICENSE|model\/fr_\w+\.onnx)$/,
  },
  '@techstark/opencv-js': { dependencies: [] }, // mirada holds types
  // The binaries of every platform are in the package; the other dependencies download more of them.
  'onnxruntime-node': {
    dependencies: ['onnxruntime-common'],
    files: new RegExp(
      `^(?!bin/)|^bin/napi-v\\d+/${process.platform}/${process.arch}/(?!.*(cuda|tensorrt|DirectML))`,
    ),
  },
};

/** What no program reads: type declarations, source maps and pages of documentation. Licenses stay. */
const neverRead = /\.(map|d\.[cm]?ts|tsbuildinfo|flow)$|(^|\/)(?!licen[cs]e|notice)[^/]*\.(md|markdown)$/i;

/**
 * Copies into `to` the packages that the package in `of` needs at run time, as they are installed in `root`: those
 * that npm chose for this machine, in the versions of the lock file.
 */
export async function copyProductionDependencies(root: string, of: string, to: string): Promise<void> {
  const found = new Map<string, Manifest>();
  await collect(root, path.join(root, of), found);
  const places = new Map<string, string>();
  for (const folder of found.keys()) {
    const place = path.relative(root, folder).replace(`${of}${path.sep}`, '');
    if (places.has(place)) throw new Error(`${place} is installed in two versions, and both belong there`);
    places.set(place, folder);
  }
  for (const [place, folder] of places) {
    const files = parts[found.get(folder)?.name ?? '']?.files;
    await cp(folder, path.join(to, place), {
      recursive: true,
      filter: (source) => belongs(path.relative(folder, source), files),
    });
  }
}

function belongs(file: string, files: RegExp | undefined): boolean {
  if (file === 'node_modules' || file.startsWith(`node_modules${path.sep}`)) return false; // packages of their own
  const isFolder = path.extname(file) === '' && !/licen[cs]e|notice/i.test(file);
  return isFolder || (!neverRead.test(file) && (files?.test(file) ?? true));
}

async function collect(root: string, folder: string, found: Map<string, Manifest>): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (folder.includes('node_modules')) found.set(folder, manifest);
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = manifest;
  const named = parts[manifest.name]?.dependencies ?? [
    ...Object.keys(dependencies),
    ...Object.keys(peerDependencies),
    ...Object.keys(optionalDependencies),
  ];
  for (const name of named) {
    const installed = find(root, folder, name);
    if (installed && !found.has(installed)) await collect(root, installed, found);
    if (!installed && name in dependencies && !(name in optionalDependencies))
      throw new Error(`${name}, which ${manifest.name} needs, is not installed: run npm ci`);
  }
}

/** Where Node would find the package, seen from a folder. */
function find(root: string, from: string, name: string): string | undefined {
  const place = path.join(from, 'node_modules', name);
  if (existsSync(path.join(place, 'package.json'))) return place;
  return from === root ? undefined : find(root, path.dirname(from), name);
}
