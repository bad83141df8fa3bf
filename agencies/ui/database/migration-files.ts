import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface MigrationFile {
  /** `NNNN_what.sql`, in the order in which they are applied. */
  readonly name: string;
  readonly text: string;
  /** SHA-256, hex. */
  readonly checksum: string;
}

/** Freezes the files beside it; in the form that `sha256sum` writes and `sha256sum --check` reads. */
const checksumsFile = 'checksums';

/** What was applied somewhere must never change, so each file is held to the checksum written down when it was made. */
export async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const frozen = await readFile(path.join(folder, checksumsFile), 'utf8');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      if (!frozen.split('\n').includes(`${checksum}  ${name}`)) {
        throw new Error(
          `${path.join(folder, name)} is not what "${checksumsFile}" beside it says. A migration is never changed: restore it, and put what is new into a file with the next number.`,
        );
      }
      return { name, text, checksum };
    }),
  );
}
