import { AppError } from '../../kernel/index.ts';
import { badForm } from './form-fields.ts';

/** A parser is given so much at a time, in bytes, however much came at once. */
const mostAtOnce = 8 * 1024;
/** Others wait this long at most for a body to be read, in milliseconds. */
const longestTurn = 8;

/**
 * A piece costs what some kilobytes do, and a sender may make one of each byte. The slowest line brings some hundred
 * bytes at a time; so many on average is enough, after the first few.
 */
const leastPiece = 64;
const firstPieces = 1000;

/**
 * A body as it comes, counted: its length need not be declared. Between the pieces everybody else has their turn.
 * Throws AppError `body-too-large` (413), and `bad-form` (400) for one in pieces of next to nothing. What is left unread
 * stays so: an answer can still be given.
 */
export async function* chunksOf(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  let left = most;
  let pieces = 0;
  let turn = performance.now();
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      left -= read.value.byteLength;
      pieces += 1;
      if (left < 0) throw new AppError('body-too-large', { status: 413 });
      if (pieces > firstPieces + (most - left) / leastPiece) throw badForm('pieces of next to nothing');
      for (let from = 0; from < read.value.byteLength; from += mostAtOnce) {
        yield read.value.subarray(from, from + mostAtOnce);
        if (performance.now() - turn < longestTurn) continue;
        await new Promise(setImmediate);
        turn = performance.now();
      }
    }
  } finally {
    reader?.releaseLock();
  }
}

export async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

/** Keeps nothing of it. What is done with a request is counted from the end of its body on, so all of it has to come. */
export async function passOver(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}
