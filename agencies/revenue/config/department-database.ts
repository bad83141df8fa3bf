import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What the operator is told, and no more: the cause may carry an address with its password. */
export class CommandRefused extends Error {}

const fileIn = (dataDir: string): string => path.join(dataDir, 'running.json');
const noted = z.object({ databaseUrl: z.string() });

/** Leaves word, for commands beside it, of where the department keeps its records. Owner-only. */
export async function noteDatabase(dataDir: string, databaseUrl: string): Promise<void> {
  const note: z.input<typeof noted> = { databaseUrl };
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

async function databaseOfSandbox(folder: string): Promise<string> {
  const text = await readFile(fileIn(path.join(folder, 'revenue')), 'utf8').catch(() => {
    throw new CommandRefused(
      `no Department of Revenue has run in ${folder}: start the sandbox, or name its folder in SIGNET_DATA_DIR`,
    );
  });
  return noted.parse(JSON.parse(text)).databaseUrl;
}
