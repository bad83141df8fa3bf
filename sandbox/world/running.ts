import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';

type Environment = Readonly<Record<string, string>>;

const fileIn = (dataDir: string): string => path.join(dataDir, 'running.json');

/** Leaves word, for commands beside a running sandbox, of where its database and services are. Owner-only. */
export async function noteRunning(dataDir: string, signetEnvironment: Environment): Promise<void> {
  await writeFile(fileIn(dataDir), JSON.stringify(signetEnvironment), { mode: 0o600 });
}

/** The environment of the Signet that runs in this data folder. */
export async function environmentOfRunning(dataDir: string): Promise<Environment> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
  } catch (cause) {
    throw new StartFailure(
      'not-running',
      `no Signet has run in ${dataDir}: start one, or name its folder in SIGNET_DATA_DIR`,
      cause,
    );
  }
}
