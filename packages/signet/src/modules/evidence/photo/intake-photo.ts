import { createTurns, err, ok, type Result } from '../../../kernel/index.ts';
import { type ImageHeader, normalizeImage, readImageHeader } from '../image/index.ts';
import { decodingLimits } from './limits.ts';
import type { Photo, PhotoRefusal } from './photo.ts';
import { type IntakeLimits, intakeLimits } from './settings.ts';
import { sniffFile } from './sniff-file.ts';

/** Pixels need up to ten times a file's size: however many people send photos, only so many files are open at once. */
const decoding = createTurns(decodingLimits['at-once'], decodingLimits['at-once-each']);

/** A file that may be a photo: what its first bytes and its header say costs nothing. */
export interface PhotoFile {
  readonly bytes: Uint8Array;
}

/**
 * Whether an uploaded file may be a photo: JPEG, PNG and WebP only, known by their bytes and never by name. Every cheap
 * check is here, and among them all that decides how long decoding may take: its pixels, their depth, the passes over
 * them. So there is no clock in it, by which a busy machine would refuse what an idle one takes.
 */
export async function inspectPhoto(
  bytes: Uint8Array,
  limits: Partial<IntakeLimits> = {},
): Promise<Result<PhotoFile, PhotoRefusal>> {
  const limit = { ...intakeLimits, ...limits };
  if (bytes.length === 0) return err('empty');
  if (bytes.length > limit.maxBytes) return err('too-large');

  const kind = sniffFile(bytes);
  if (kind === 'heic' || kind === 'pdf') return err(kind);
  if (kind === 'other') return err('not-an-image');
  if (kind === 'jpeg' && scansOf(bytes) > limit.maxScans) return err('broken');

  const header = await headerOf(bytes);
  if (!header) return err('broken');
  const most = header.isDeep ? limit.maxDeepPixels : limit.maxPixels;
  if (header.width * header.height > most) return err('too-many-pixels');
  if (Math.min(header.width, header.height) < limit.minSide) return err('too-small');
  return ok({ bytes });
}

/**
 * Takes such a file of somebody's as a photo, when it is their turn. The result is upright, carries no metadata (place and
 * device are the person's own business) and its long side is at most `maxSide`.
 */
export async function decodePhoto(
  of: string,
  { bytes }: PhotoFile,
  limits: Partial<IntakeLimits> = {},
): Promise<Result<Photo, PhotoRefusal>> {
  try {
    return ok(await decoding(of, () => normalizeImage(bytes, { ...intakeLimits, ...limits })));
  } catch {
    // The decoder's message can quote the file; which fault it was changes nothing for the person.
    return err('broken');
  }
}

/** Both at once, for a file that nobody is charged with. */
export async function intakePhoto(bytes: Uint8Array, of = 'nobody'): Promise<Result<Photo, PhotoRefusal>> {
  const file = await inspectPhoto(bytes);
  return file.ok ? decodePhoto(of, file.value) : file;
}

/** The marker cannot stand among a scan's own bytes, where 0xff is written as 0xff00. */
function scansOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scans = 0;
  for (let at = file.indexOf(startOfScan); at >= 0; at = file.indexOf(startOfScan, at + 1)) scans += 1;
  return scans;
}

const startOfScan = Buffer.from([0xff, 0xda]);

async function headerOf(bytes: Uint8Array): Promise<ImageHeader | undefined> {
  try {
    return await readImageHeader(bytes);
  } catch {
    return undefined;
  }
}
