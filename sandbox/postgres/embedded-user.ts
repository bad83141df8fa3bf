import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.ts';

/** Spawn options that make a child run as somebody else; empty when we are not root. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, and containers often are. Then its children run as the first of these
 * accounts that the machine has; `nobody` exists everywhere, so nothing has to be created.
 */
const candidates = ['postgres', 'nobody'];

export async function unprivilegedUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  for (const name of candidates) {
    const ids = await idsOf(name);
    if (ids) return ids;
  }
  throw new StartFailure(
    'database-unavailable',
    `PostgreSQL cannot run as root, and this machine has none of the users ${candidates.join(', ')}. Start Signet as another user, or set DATABASE_URL.`,
  );
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  const id = promisify(execFile);
  try {
    const [uid, gid] = await Promise.all([id('id', ['-u', name]), id('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // no such user: the next candidate is tried
  }
}

/** Whether that user can enter the folder: each folder above it must let them pass. */
export async function canReach(dir: string, runAs: RunAs): Promise<boolean> {
  try {
    await promisify(execFile)('ls', [dir], { ...runAs, cwd: '/' });
    return true;
  } catch {
    return false; // exactly the question asked
  }
}
