import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError, Redacted } from '../../kernel/index.ts';

const format = z.strictObject({
  format: z.literal('signet-local-kms-1'),
  rootKey: z.base64().transform((text) => Buffer.from(text, 'base64')),
});

/**
 * The 32-byte root key in `file`, made at first use. Throws AppError `kms-unavailable`, naming the setting, when
 * the file cannot be used as it is.
 */
export async function rootKeyIn(file: string): Promise<Redacted<Buffer>> {
  try {
    await createUnlessThere(file);
    await refuseIfOthersCanRead(file);
    return new Redacted(parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('kms-unavailable', {
      message: `SIGNET_KMS_KEY_FILE: ${file} cannot serve as the key file: ${reason}`,
      cause,
    });
  }
}

/** Written apart and linked to its name: another process sees a whole file or none, and the first one wins. */
async function createUnlessThere(file: string): Promise<void> {
  if (await exists(file)) return;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const apart = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeDurably(apart, `${JSON.stringify(newKeyFile(), null, 2)}\n`);
    await link(apart, file);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw cause;
  } finally {
    await rm(apart, { force: true });
  }
}

const newKeyFile = (): z.input<typeof format> => ({
  format: 'signet-local-kms-1',
  rootKey: randomBytes(32).toString('base64'),
});

/** What this key encrypts must not outlive it, so it is on the disk before it is used. */
async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false;
    throw cause;
  }
}

async function refuseIfOthersCanRead(file: string): Promise<void> {
  if (process.platform === 'win32') return; // the mode bits mean nothing there
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new Error('other users can read or write it; run chmod 600 on it');
}

/** Says what is wrong without repeating what the file holds. */
function parse(text: string): Buffer {
  const found = format.safeParse(jsonOrUndefined(text));
  if (!found.success || found.data.rootKey.length !== 32) {
    throw new Error('it is not a key file of this version, or it is damaged; restore it from its backup');
  }
  return found.data.rootKey;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it, in words that show nothing of the file
  }
}

const hasCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code;
