import { once } from 'node:events';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { AppError } from '../../kernel/index.ts';
import type { PostedForm } from '../../web/request/index.ts';
import { badForm, gatherFields, mostFields } from './form-fields.ts';

/** More than anybody types or a script of ours sends, in bytes. A file may be as long as its body. */
const longestField = 8 * 1024;

const limitsFor = (bytes: number) => ({
  fieldSize: longestField,
  fileSize: bytes,
  parts: mostFields,
  headerPairs: 16, // in each part
  headerSize: 4096,
});

/**
 * The fields and files of a form, parsed as it comes. Throws AppError `bad-form` (400) for a body that is not what it
 * says it is or has more parts than any form of ours, as soon as that shows.
 */
export async function parseMultipart(
  contentType: string,
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<PostedForm> {
  const over = new AbortController();
  try {
    // throws for a boundary that is longer than any: each byte may be compared with all of it
    const parser = new Busboy({ headers: { 'content-type': contentType }, limits: limitsFor(bytes) });
    const form = formOf(parser).finally(() => over.abort());
    form.catch(() => undefined); // said once all is read
    await feed(parser, chunks, over.signal);
    return await form;
  } catch (cause) {
    throw cause instanceof AppError ? cause : badForm(cause);
  }
}

/** What the parser finds, once it is through. */
function formOf(parser: BusboyInstance): Promise<PostedForm> {
  const { form, add } = gatherFields();
  const files: Promise<void>[] = [];
  return new Promise((resolve, reject) => {
    parser.on('field', (name, value, _nameCut, isCut) => {
      if (isCut) reject(new Error('a field is too long'));
      else add(name, value);
    });
    parser.on('file', (name, file, filename) => {
      const read = contentOf(file).then((bytes) => add(name, { name: filename ?? '', bytes }));
      read.catch(reject); // it may break off before the form ends
      files.push(read);
    });
    parser.on('partsLimit', () => reject(new Error('too many parts')));
    parser.on('error', reject);
    parser.on('finish', () => void Promise.all(files).then(() => resolve(form), reject));
  });
}

/**
 * No faster than the parser takes it. What comes after it is over is read and thrown away: browsers hear no answer
 * while they still send.
 */
async function feed(
  parser: BusboyInstance,
  chunks: AsyncIterable<Uint8Array>,
  over: AbortSignal,
): Promise<void> {
  for await (const chunk of chunks) {
    if (over.aborted || parser.write(chunk)) continue;
    await once(parser, 'drain', { signal: over }).catch(() => undefined);
  }
  parser.end();
}

async function contentOf(file: BusboyFileStream): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part);
  return Buffer.concat(parts);
}
