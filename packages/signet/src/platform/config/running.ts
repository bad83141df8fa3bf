import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../kernel/index.ts';
import { toEnvironment } from './environment.ts';
import { loadSettings } from './load-settings.ts';
import type { Settings } from './settings.ts';

const fileIn = (dataDir: string): string => path.join(dataDir, 'running.json');

/** Leaves word, for commands beside a running sandbox, of where its database and services are. Owner-only. */
export async function noteRunning(settings: Settings): Promise<void> {
  await writeFile(fileIn(settings.SIGNET_DATA_DIR), JSON.stringify(toEnvironment(settings)), { mode: 0o600 });
}

/** The settings of the sandbox that runs in this data folder; in production, the environment's own. */
export async function settingsOfRunning(): Promise<Settings> {
  const settings = loadSettings();
  if (settings.SIGNET_PROFILE === 'production') return settings;
  try {
    return loadSettings(JSON.parse(await readFile(fileIn(settings.SIGNET_DATA_DIR), 'utf8')));
  } catch (cause) {
    throw new AppError('not-running', {
      message: `no Signet has run in ${settings.SIGNET_DATA_DIR}: start one, or name its folder in SIGNET_DATA_DIR`,
      cause,
    });
  }
}
