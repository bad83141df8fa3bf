import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Members } from './members.ts';

/**
 * In the make-believe world anybody may try the staff's site: a fresh code at each start, in the department's data folder,
 * where only who runs it can read it, in place of the one before. Never in a log.
 */
export async function leaveSandboxCode(members: Members, dataDir: string): Promise<void> {
  const file = path.join(dataDir, 'staff-code');
  if (existsSync(file)) await members.withdraw(await readFile(file, 'utf8'));
  const { code } = await members.invite();
  await writeFile(file, `${code}\n`, { mode: 0o600 });
}
