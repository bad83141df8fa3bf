import { setImmediate } from 'node:timers/promises';
import type { PhotoFile } from './photo.ts';
import { partLimits } from './settings.ts';

/**
 * Whether a file is made of more parts than a photo is: each costs a decoder time and memory before it sees a single pixel,
 * and a file has room for millions. Goes from part to part by their lengths and reads nothing else.
 */
export async function hasTooManyParts({ bytes, kind }: PhotoFile): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'jpeg':
      return hasTooManySegments(file);
    case 'png':
      return hasTooManyPngChunks(file);
    case 'webp':
      return countWebpChunks(file) > partLimits.mostWebpChunks;
  }
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** No length follows these: an escaped 0xff, TEM, the restarts in a scan, and the first marker of a file. */
const hasNoLength = (marker: number): boolean =>
  marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= startOfImage);

/** A scan names one to four components. */
const longestScanHeader = 14;

/**
 * JPEG (ITU-T T.81, annex B). What stands behind the end of the image is not looked at, as a decoder does not: phones
 * put a short film there. Among the bytes of a scan 0xff is written as 0xff00, so that no marker is found by chance.
 */
async function hasTooManySegments(file: Buffer): Promise<boolean> {
  let [segments, scans, turn] = [0, 0, 0];
  for (let at = 2; at + 1 < file.length; at += 1) {
    if (at - turn > bytesOfTurn) {
      turn = at;
      await setImmediate();
    }
    if (file[at] !== 0xff) continue;
    const marker = file[at + 1] ?? endOfImage;
    if (marker === endOfImage) return false;
    if (marker === 0xff || hasNoLength(marker)) continue;
    const length = at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0;
    segments += 1;
    if (marker === startOfScan) scans += 1;
    if (length < 2 || (marker === startOfScan && length > longestScanHeader)) return true; // no decoder goes on
    if (segments > partLimits.mostSegments || scans > partLimits.mostScans) return true;
    at += 1 + length;
  }
  return false;
}

/** So many are looked at before others have their turn: some milliseconds. */
const bytesOfTurn = 1_000_000;

/** Texts, which a decoder inflates (PNG third edition, section 11.3.3). */
const pngNotes = new Set(['zTXt', 'iTXt', 'tEXt']);

/** A chunk has length, type and checksum around it. */
function hasTooManyPngChunks(file: Buffer): boolean {
  const found = { pixels: 0, others: 0, bytes: 0, notes: 0, noteBytes: 0 };
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') found.pixels += 1;
    else {
      found.others += 1;
      found.bytes += length;
    }
    if (pngNotes.has(type)) {
      found.notes += 1;
      found.noteBytes += length;
    }
    const { mostPng } = partLimits;
    if ((Object.keys(found) as (keyof typeof found)[]).some((what) => found[what] > mostPng[what]))
      return true;
    at += 12 + length;
  }
  return false;
}

/** RIFF: a chunk has its type and length before it, and is filled up to an even length. */
function countWebpChunks(file: Buffer): number {
  let chunks = 0;
  for (let at = 12; at + 8 <= file.length && chunks <= partLimits.mostWebpChunks; chunks += 1) {
    const length = file.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return chunks;
}
