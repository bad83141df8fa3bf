import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../kernel/index.ts';
import { keyIdPattern } from './key-id.ts';

const keyId = z.string().regex(keyIdPattern);
const rootKey = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32);

/**
 * Root keys by their ids, and which of them is in use for what. Only `use.wrap` may change: a second key is added after
 * the first, which stays to open what it wrapped.
 */
const format = z
  .strictObject({
    format: z.literal('signet-local-kms-2'),
    keys: z.record(keyId, rootKey),
    use: z.strictObject({ wrap: keyId, mac: keyId, pseudonym: keyId, sign: keyId }),
  })
  .refine(({ keys, use }) => Object.values(use).every((id) => id in keys));

export interface KeyFile {
  readonly rootKeys: ReadonlyMap<string, KeyObject>;
  readonly use: z.output<typeof format>['use'];
}

/**
 * What to do where there is no key file. Production refuses: a secret that was not mounted would be replaced by a key
 * that dies with the container, and everything it wrapped with it.
 */
export type IfMissing = 'make' | 'refuse';

/** The root keys in `file`. Throws AppError `kms-unavailable`, naming the setting, when it cannot be used as it is. */
export async function keysIn(file: string, ifMissing: IfMissing): Promise<KeyFile> {
  try {
    if (!(await exists(file))) {
      if (ifMissing === 'refuse')
        throw new Error(
          'it is not there; mount or restore it, or make the first one with "node main.js key make FILE"',
        );
      await makeKeyFile(file);
    }
    await refuseIfOthersCanRead(file);
    return parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('kms-unavailable', {
      message: `Setting SIGNET_KMS_KEY_FILE: ${file} cannot serve as the key file: ${reason}`,
      cause,
    });
  }
}

/** Written apart and linked to its name: another process sees a whole file or none. False where one was there. */
export async function makeKeyFile(file: string): Promise<boolean> {
  await makeFolder(path.dirname(file));
  const apart = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeDurably(apart, `${JSON.stringify(newKeyFile(), null, 2)}\n`);
    await link(apart, file);
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    throw cause;
  } finally {
    await rm(apart, { force: true });
  }
}

/** The file's own folder and no further: made recursively, a path under /proc would keep Node trying for ever. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return;
    if (!hasCode(cause, 'ENOENT')) throw cause;
    const message = `the folder ${folder} is not there and cannot be made here; make it first`;
    throw new AppError('key-folder-missing', { message, cause });
  }
}

function newKeyFile(): z.input<typeof format> {
  const id = randomBytes(4).toString('hex');
  return {
    format: 'signet-local-kms-2',
    keys: { [id]: randomBytes(32).toString('base64') },
    use: { wrap: id, mac: id, pseudonym: id, sign: id },
  };
}

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
  const found = await stat(file);
  if (!found.isFile()) throw new Error('it is not a file'); // reading a pipe would wait for ever
  const { mode } = found;
  if ((mode & 0o077) !== 0) throw new Error('other users can read or write it; run chmod 600 on it');
}

/**
 * These stay with the first key of the file. Under another one no account would be found by its address and an SSN could
 * be claimed twice (look-ups ask for the digest of one key), checkpoints that were signed before would be taken for
 * forged, and agencies would know everybody by another name.
 */
const unchanging = ['mac', 'pseudonym', 'sign'] as const;

/** Says what is wrong without repeating what the file holds. */
function parse(text: string): KeyFile {
  const found = format.safeParse(jsonOrUndefined(text));
  if (!found.success) {
    throw new Error('it is not a key file of this version, or it is damaged; restore it from its backup');
  }
  const { keys, use } = found.data;
  const changed = unchanging.filter((one) => use[one] !== firstKeyIn(text));
  if (changed.length > 0) {
    throw new Error(
      `${changed.map((one) => `use.${one}`).join(' and ')} must name the first key of the file; this release can change use.wrap only`,
    );
  }
  const rootKeys = Object.entries(keys).map(([id, bytes]) => [id, createSecretKey(bytes)] as const);
  return { rootKeys: new Map(rootKeys), use };
}

/** As written: an object that was parsed puts a key of digits alone before all others, wherever it stood. */
const firstKeyIn = (text: string): string | undefined => /"keys"\s*:\s*\{\s*"([^"]*)"/.exec(text)?.[1];

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it, in words that show nothing of the file
  }
}

const hasCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code;
