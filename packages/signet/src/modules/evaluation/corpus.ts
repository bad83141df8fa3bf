import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../kernel/index.ts';

/** A folder of pictures and what is said of them. It knows every file that was read, so that a report can name them all. */
export interface Corpus {
  /** Throws `corpus-unreadable` where there is no such file in the folder, and never reads one outside it. */
  read(name: string): Promise<Buffer>;
  /** A file that says what others are. */
  readJson<T>(name: string, schema: z.ZodType<T>): Promise<T>;
  /** Folders within a folder, by name. */
  folders(name?: string): Promise<readonly string[]>;
  /** A digest over all that was read, in hex, whatever the order. */
  summary(): { readonly sha256: string; readonly files: number };
}

export function openCorpus(root: string): Corpus {
  const digests = new Map<string, string>();
  const placeOf = (name: string): string => {
    const place = path.resolve(root, name);
    if (place !== path.resolve(root) && !place.startsWith(path.resolve(root) + path.sep))
      throw unreadable(`${name} lies outside ${root}`);
    return place;
  };
  const read = async (name: string): Promise<Buffer> => {
    const bytes = await readFile(placeOf(name)).catch((cause: unknown) => {
      throw unreadable(`${path.join(root, name)} cannot be read`, cause);
    });
    digests.set(name, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  };
  return {
    read,
    readJson: async (name, schema) => parse(String(await read(name)), schema, path.join(root, name)),
    async folders(name = '.') {
      const entries = await readdir(placeOf(name), { withFileTypes: true }).catch((cause: unknown) => {
        throw unreadable(`${path.join(root, name)} is no folder`, cause);
      });
      return entries
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort();
    },
    summary() {
      const lines = [...digests].map(([name, digest]) => `${digest}  ${name}\n`).sort();
      return { sha256: createHash('sha256').update(lines.join('')).digest('hex'), files: digests.size };
    },
  };
}

/** One line, or one file, of what is said of pictures. `where` is named when it is wrong. */
export function parse<T>(text: string, schema: z.ZodType<T>, where: string): T {
  const parsed = schema.safeParse(parsedJson(text, where));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(`${where}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function parsedJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(`${where} is not JSON`, cause);
  }
}

export const unreadable = (message: string, cause?: unknown): AppError =>
  new AppError('corpus-unreadable', { message, cause });
