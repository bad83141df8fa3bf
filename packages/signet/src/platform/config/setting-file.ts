import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../../kernel/index.ts';

/**
 * The content of a file that a setting names. Throws AppError `bad-setting`, naming the setting, for anything but a regular
 * file of at most `largest` bytes: a pipe would keep a start waiting for ever, and a device has no end.
 */
export async function readSettingFile(setting: string, file: string, largest: number): Promise<Buffer> {
  const refuse = (why: string, cause?: unknown): AppError =>
    new AppError('bad-setting', { message: `Setting ${setting}: ${file} ${why}`, cause });
  // without waiting: opening a pipe waits for whoever writes to it
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw refuse('cannot be read', cause);
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw refuse('is not a file');
    if (found.size > largest) throw refuse(`is larger than ${largest} bytes`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
