import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { writeOnce } from '../write-once.ts';
import type { Binaries } from './embedded-binaries.ts';
import { canReach, type RunAs } from './embedded-user.ts';

export const clusterUser = 'signet';

/** The folder of a cluster and the password of its user; both are made when missing. */
export async function prepareCluster(
  asked: string,
  binaries: Binaries,
  runAs: RunAs,
): Promise<{ data: string; password: string }> {
  const dir = await reachableFolder(path.resolve(asked), runAs);
  const data = path.join(dir, 'cluster');
  const password = await clusterPassword(dir);
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initCluster(binaries, data, password, runAs);
  return { data, password };
}

/**
 * As root, the server's user may be barred from the folder asked for (a checkout under /root). The cluster then lies
 * under /var/tmp, and a file in the folder asked for says where: when that folder is removed, so is the way to the old
 * cluster, and the next start is a first start.
 */
async function reachableFolder(asked: string, runAs: RunAs): Promise<string> {
  await ownFolder(asked, runAs);
  if (await canReach(asked, runAs)) return asked;
  const pointer = path.join(asked, 'kept-in');
  await writeOnce(pointer, `/var/tmp/signet-data-${randomBytes(8).toString('hex')}`);
  const elsewhere = (await readFile(pointer, 'utf8')).trim();
  await ownFolder(elsewhere, runAs);
  return elsewhere;
}

async function ownFolder(dir: string, runAs: RunAs): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(dir, runAs.uid, runAs.gid);
  await chmod(dir, 0o700);
}

async function clusterPassword(dir: string): Promise<string> {
  const file = path.join(dir, 'password');
  await writeOnce(file, randomBytes(24).toString('hex'));
  return (await readFile(file, 'utf8')).trim();
}

/** Made apart and then named, so that a start that is interrupted, or one beside it, never leaves half a cluster. */
async function initCluster(binaries: Binaries, data: string, password: string, runAs: RunAs): Promise<void> {
  const apart = `${data}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${apart}-password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(passwordFile, runAs.uid, runAs.gid);
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await run(
      binaries.initdb,
      ['-D', apart, '-U', clusterUser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...flags],
      runAs,
    );
    if (!existsSync(path.join(data, 'PG_VERSION'))) await rename(apart, data); // else another start was faster
  } finally {
    await rm(passwordFile, { force: true });
    await rm(apart, { recursive: true, force: true });
  }
}

function run(command: string, args: string[], runAs: RunAs): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    const output = tail(child.stderr);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartFailure('database-unavailable', `initdb failed: ${output()}`));
    });
  });
}

/** The last of what a program said, for the message when it fails. */
export function tail(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk) => {
    text = (text + String(chunk)).slice(-2000);
  });
  return () => text.trim();
}
