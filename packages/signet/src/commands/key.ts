import { AppError } from '../kernel/index.ts';
import { makeKeyFile } from '../platform/kms/index.ts';
import type { Command } from './command.ts';

/** `key make`. A key that is there is never replaced. It needs no settings: they may not be made yet. */
export const key: Command = {
  usage: `Makes the root key that wraps every other one, once in the life of a deployment.

  node main.js key make FILE

FILE is what SIGNET_KMS_KEY_FILE will name, for its owner alone. Back it up, apart from the database: what it wrapped
opens with nothing else.`,
  read([action, file, more]) {
    if (action !== 'make' || !file || file.startsWith('-') || more !== undefined) return undefined;
    return () => make(file);
  },
};

async function make(file: string): Promise<string> {
  const made = await makeKeyFile(file).catch((cause: unknown) => {
    throw new AppError('key-not-made', { message: `${file} cannot be made`, cause });
  });
  if (!made) throw new AppError('key-exists', { message: `${file} is there already and stays as it is` });
  return `Made ${file}. Back it up, apart from the database.`;
}
