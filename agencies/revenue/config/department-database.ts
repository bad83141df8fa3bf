import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What the operator is told, and no more: the cause may carry an address with its password. */
export class CommandRefused extends Error {}

const fileIn = (dataDir: string): string => path.join(dataDir, 'running.json');
const noted = z.object({ pid: z.int().positive(), databaseUrl: z.string() });

/** Leaves word, for commands beside it, of where the department keeps its records. Owner-only. */
export async function noteDatabase(dataDir: string, databaseUrl: string): Promise<void> {
  const note: z.input<typeof noted> = { pid: process.pid, databaseUrl };
  await writeFile(fileIn(dataDir), JSON.stringify(note), { mode: 0o600 });
}

/** The database that `REVENUE_DATABASE_URL` names, or else that of the department in the sandbox's data folder. */
export async function departmentDatabase(environment = process.env): Promise<string> {
  const url = environment.REVENUE_DATABASE_URL;
  if (!url) return databaseOfSandbox(environment.SIGNET_DATA_DIR || '.signet');
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new CommandRefused(
    'Setting REVENUE_DATABASE_URL: must be an address like postgres://user:password@host/name, with what is special in ' +
      'its name and password percent-encoded',
  );
}

/** A department that was killed leaves its note behind. */
async function databaseOfSandbox(folder: string): Promise<string> {
  const text = await readFile(fileIn(path.join(folder, 'revenue')), 'utf8').catch(() => '');
  const note = readNote(text);
  if (note && lives(note.pid)) return note.databaseUrl;
  throw new CommandRefused(
    `no Department of Revenue runs in ${folder}: start it with "npm start", or name the folder of the one that runs in SIGNET_DATA_DIR`,
  );
}

function readNote(text: string): z.output<typeof noted> | undefined {
  try {
    return noted.parse(JSON.parse(text));
  } catch {
    return undefined; // none, or not of this version: nobody who would have written it runs
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // another user's, and alive
  }
}

/** No server at the address, or one that does not let us in. Nothing of the error but its code: it may carry the address. */
export function whyUnreachable(error: unknown, environment = process.env): CommandRefused | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28000|28P01|3D000|57P03)$/.test(code))
    return undefined;
  return new CommandRefused(
    environment.REVENUE_DATABASE_URL
      ? `Setting REVENUE_DATABASE_URL: its database cannot be reached (${code})`
      : `the database of the Department of Revenue does not answer (${code}): start the sandbox anew with "npm start"`,
  );
}
