import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Members } from './members.ts';

/**
 * In the make-believe world anybody may try the staff's site: a fresh code at each start, in the department's data folder,
 * where only who runs it can read it. Never in a log.
 */
export async function leaveSandboxCode(members: Members, dataDir: string): Promise<void> {
  const { code } = await members.invite();
  await writeFile(path.join(dataDir, 'staff-code'), `${code}\n`, { mode: 0o600 });
}
