import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../kernel/index.ts';

export interface MigrationFile {
  /** `NNNN_module_what`, in the order in which they are applied. */
  readonly name: string;
  readonly text: string;
  /** SHA-256, hex. */
  readonly checksum: string;
  /**
   * What a release must know to run on what this leaves: the migration with which it stopped to use what is taken away
   * here. A file says so in its first line, `-- needs NNNN_module_what`.
   */
  readonly needs?: string;
}

/** The file that freezes the others, in the form that `sha256sum` writes and `sha256sum --check` reads. */
const checksumsFile = 'checksums';

/**
 * The migrations in a folder. What was applied somewhere must never change again, so each file is held to the checksum
 * that was written down when it was made. Throws AppError `migration-changed`.
 */
export async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const frozen = await readChecksums(folder);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(folder, name));
      const checksum = createHash('sha256').update(bytes).digest('hex');
      if (frozen.get(name) !== checksum) throw changed(folder, name);
      const text = bytes.toString('utf8');
      const needs = /^-- needs (\w+)\n/.exec(text)?.[1];
      return { name: name.replace(/\.sql$/, ''), text, checksum, ...(needs ? { needs } : {}) };
    }),
  );
}

async function readChecksums(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path.join(folder, checksumsFile), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

const changed = (folder: string, name: string): AppError =>
  new AppError('migration-changed', {
    message: `${path.join(folder, name)} is not what "${checksumsFile}" beside it says. A migration is never changed: restore it, and put what is new into a file with the next number.`,
  });
