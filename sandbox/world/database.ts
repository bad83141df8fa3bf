import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureDatabase, type Logins, makeLogins, startEmbeddedPostgres } from '../postgres/index.ts';
import { StartFailure } from '../start-failure.ts';
import type { WorldLog } from './log-file.ts';
import type { WorldSettings } from './settings.ts';

export interface WorldDatabase {
  /** Of Signet's own database. */
  readonly url: string;
  /** The same as the logins that Signet works with; undefined where the database was given: they are its operator's. */
  readonly logins: Logins | undefined;
  /** URL of another database on the same server, made when missing. */
  beside(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The PostgreSQL of `DATABASE_URL`, or one of our own in the data folder. */
export async function openWorldDatabase(settings: WorldSettings, log: WorldLog): Promise<WorldDatabase> {
  const given = settings.DATABASE_URL;
  if (given) {
    const name = new URL(given).pathname.slice(1) || 'postgres';
    return {
      url: given,
      logins: undefined,
      beside: (suffix) => ensureDatabase(given, `${name}_${suffix}`),
      stop: async () => undefined,
    };
  }
  const embedded = await startEmbeddedPostgres({
    dir: path.join(settings.SIGNET_DATA_DIR, 'postgres'),
    onEnded: () =>
      log.line('warn', { service: 'postgres' }, 'PostgreSQL ended by itself; it is started again'),
  });
  const url = await ensureDatabase(embedded.url, 'signet');
  return {
    url,
    logins: await makeLogins(url),
    beside: (suffix) => ensureDatabase(embedded.url, `signet_${suffix}`),
    stop: embedded.stop,
  };
}

/** Says at once, and by name, what would otherwise fail somewhere inside. */
export async function prepareDataFolder({ SIGNET_DATA_DIR: dir }: WorldSettings): Promise<void> {
  const probe = path.join(dir, `probe-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o711 }); // passed through, not read: the database has a user of its own
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartFailure('bad-setting', `Setting SIGNET_DATA_DIR: cannot write in ${dir} (${code})`, cause);
  }
}
