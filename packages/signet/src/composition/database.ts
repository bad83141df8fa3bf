import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError, Redacted } from '../kernel/index.ts';
import type { Settings } from '../platform/config/index.ts';
import { ensureDatabase, startEmbeddedPostgres } from '../platform/postgres/index.ts';

export interface OpenDatabase {
  /** Of Signet's own database. */
  readonly url: Redacted<string>;
  /** URL of another database on the same server, made when missing. */
  beside(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The PostgreSQL of `DATABASE_URL`, or one of our own in the data folder. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  await checkWritable(settings.SIGNET_DATA_DIR);
  const given = settings.DATABASE_URL?.reveal();
  if (given) {
    const name = new URL(given).pathname.slice(1) || 'postgres';
    return {
      url: new Redacted(given),
      beside: (suffix) => ensureDatabase(given, `${name}_${suffix}`),
      stop: async () => undefined,
    };
  }
  const embedded = await startEmbeddedPostgres({ dir: path.join(settings.SIGNET_DATA_DIR, 'postgres') });
  return {
    url: new Redacted(await ensureDatabase(embedded.url, 'signet')),
    beside: (suffix) => ensureDatabase(embedded.url, `signet_${suffix}`),
    stop: embedded.stop,
  };
}

/** Says at once, and by name, what would otherwise fail somewhere inside. */
async function checkWritable(dir: string): Promise<void> {
  const probe = path.join(dir, `probe-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o711 }); // passed through, not read: the database has a user of its own
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new AppError('bad-setting', {
      message: `Setting SIGNET_DATA_DIR: cannot write in ${dir} (${code})`,
      cause,
    });
  }
}
