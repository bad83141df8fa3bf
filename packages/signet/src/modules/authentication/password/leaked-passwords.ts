import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError, type Redacted } from '../../../kernel/index.ts';
import { compareHash, isLeakLine, lineAfter, linesIn } from './leaked-passwords-line.ts';
import { normalizedPassword } from './password-rules.ts';
import type { LeakedPasswords } from './ports.ts';

/** What is left to search is read whole from here on; more than a hundred of the longest lines. */
const block = 8192;

/** How many lines are looked at when the file is opened, spread over all of it. */
const probes = 64;

/**
 * A file of passwords that appeared in leaks, in the form in which such lists are given out: a line for each,
 * `SHA1:count`, sorted by hash. It may have tens of gigabytes: it is searched where it lies, in some twenty-five reads,
 * and never loaded. It is opened for each search, so that a newer file can be moved into its place.
 *
 * Throws AppError `leaked-passwords-file` when it is missing, not sorted by hash, or ends too early.
 */
export async function openLeakedPasswords(path: string): Promise<LeakedPasswords> {
  await withFile(path, examine);
  return { has: (password) => withFile(path, (file, size) => search(file, size, leakHash(password))) };
}

/** SHA-1 because the lists are made with it; nothing here rests on its strength. */
const leakHash = (password: Redacted<string>): Buffer =>
  Buffer.from(
    createHash('sha1').update(normalizedPassword(password.reveal())).digest('hex').toUpperCase(),
    'latin1',
  );

const wrongForm = 'has lines that are not "SHA1:count", with the hash in 40 capitals';

async function withFile<T>(path: string, work: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
  // without waiting, as opening a pipe does for whoever writes to it
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw fault('cannot be opened', cause);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw fault('is no file');
    return await work(file, stat.size);
  } finally {
    await file.close();
  }
}

/** Halves what is left at a line's beginning each time. `low` is always the beginning of a line. */
async function search(file: FileHandle, size: number, hash: Buffer): Promise<boolean> {
  let [low, high] = [0, size];
  while (high - low > block) {
    const middle = Math.floor((low + high) / 2);
    const { start, line } = await lineFrom(file, middle);
    const order = compareHash(hash, line);
    if (order === 0) return true;
    if (order < 0) high = start;
    else low = start;
  }
  const rest = await readAt(file, low, high - low);
  return linesIn(rest).some((line) => compareHash(hash, line) === 0);
}

/** The first line that begins after `at`, which is not in the file's last block. */
async function lineFrom(file: FileHandle, at: number): Promise<{ start: number; line: Buffer }> {
  const found = lineAfter(await readAt(file, at, 256));
  if (!found || !isLeakLine(found.line)) throw fault(wrongForm);
  return { start: at + found.offset, line: found.line };
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/** What a wrong file gives away: lines at its ends and many between, each of the right form and after the other. */
async function examine(file: FileHandle, size: number): Promise<void> {
  const lines = await sample(file, size);
  if (lines.length === 0) throw fault('is empty');
  if (!lines.every(isLeakLine)) throw fault(wrongForm);
  const sorted = lines.slice(1).every((line, before) => compareHash(line, lines[before] ?? line) >= 0);
  if (!sorted) throw fault('is not sorted by hash: take the list that is "ordered by hash"');
  refuseIfShort(lines, size);
}

async function sample(file: FileHandle, size: number): Promise<Buffer[]> {
  if (size <= 2 * block) return linesIn(await readAt(file, 0, size));
  const first = linesIn(await readAt(file, 0, block)).slice(0, -1); // the last one is cut
  const between: Buffer[] = [];
  for (let n = 1; n < probes; n += 1) {
    between.push((await lineFrom(file, block + Math.floor(((size - 2 * block) * n) / probes))).line);
  }
  const last = linesIn(await readAt(file, size - block, block)).slice(1); // the first one is cut
  return [...first, ...between, ...last];
}

/**
 * Hashes are spread evenly, so a whole list begins near zero and ends near the top. Thirty times the usual distance
 * between two happens to no list that is whole, and a download that broke off is far beyond.
 */
function refuseIfShort(lines: readonly Buffer[], size: number): void {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0) / lines.length;
  const usual = 2 ** 32 / (size / length);
  const place = (line: Buffer | undefined) => Number.parseInt(line?.toString('latin1', 0, 8) ?? '', 16);
  if (place(lines[0]) > 30 * usual || 2 ** 32 - place(lines.at(-1)) > 30 * usual) {
    throw fault('does not begin near hash 000… and end near FFF…: part of it is missing');
  }
}

const fault = (problem: string, cause?: unknown): AppError =>
  new AppError('leaked-passwords-file', {
    message: `Setting SIGNET_LEAKED_PASSWORDS_FILE: the file ${problem}`,
    cause,
  });
