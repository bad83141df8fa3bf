import { createTurns, err, ok, type Result } from '../../../kernel/index.ts';
import { type ImageHeader, normalizeImage, readImageHeader } from '../image/index.ts';
import { hasTooManyParts } from './file-parts.ts';
import { decodingLimits } from './limits.ts';
import type { Photo, PhotoFile, PhotoRefusal } from './photo.ts';
import { type IntakeLimits, intakeLimits } from './settings.ts';
import { sniffFile } from './sniff-file.ts';

/** Pixels need up to ten times a file's size: however many people send photos, only so many files are open at once. */
const decoding = createTurns({
  atOnce: decodingLimits['at-once'],
  eachAtOnce: decodingLimits['at-once-each'],
  eachWaiting: decodingLimits['waiting-each'],
});

/** Whether an uploaded file may be a photo: JPEG, PNG and WebP only, known by their bytes and never by name. */
export function sniffPhoto(
  bytes: Uint8Array,
  limits: Partial<IntakeLimits> = {},
): Result<PhotoFile, PhotoRefusal> {
  if (bytes.length === 0) return err('empty');
  if (bytes.length > { ...intakeLimits, ...limits }.maxBytes) return err('too-large');
  const kind = sniffFile(bytes);
  if (kind === 'heic' || kind === 'pdf') return err(kind);
  return kind === 'other' ? err('not-an-image') : ok({ bytes, kind });
}

/**
 * What a file's structure and header say against it, and among them all that decides how long decoding may take: its
 * pixels, their depth, the passes over them, the parts of the file. So there is no clock in it, by which a busy machine
 * would refuse what an idle one takes.
 */
export async function inspectPhoto(
  file: PhotoFile,
  limits: Partial<IntakeLimits> = {},
): Promise<PhotoRefusal | undefined> {
  const limit = { ...intakeLimits, ...limits };
  if (await hasTooManyParts(file)) return 'broken';
  const header = await headerOf(file.bytes);
  if (!header) return 'broken';
  const most = header.isDeep ? limit.maxDeepPixels : limit.maxPixels;
  if (header.width * header.height > most) return 'too-many-pixels';
  return Math.min(header.width, header.height) < limit.minSide ? 'too-small' : undefined;
}

/**
 * Takes such a file of somebody's as a photo, when it is their turn. The result is upright, carries no metadata (place and
 * device are the person's own business) and its long side is at most `maxSide`.
 */
export async function decodePhoto(
  of: string,
  file: PhotoFile,
  limits: Partial<IntakeLimits> = {},
): Promise<Result<Photo, PhotoRefusal>> {
  const decoded = await decoding(of, async () => {
    const refusal = await inspectPhoto(file, limits);
    if (refusal) return err(refusal);
    try {
      return ok(await normalizeImage(file.bytes, { ...intakeLimits, ...limits }));
    } catch {
      // The decoder's message can quote the file; which fault it was changes nothing for the person.
      return err('broken');
    }
  });
  return decoded.ok ? decoded.value : err('too-many-waiting');
}

/** Both at once, for a file that nobody is charged with. */
export async function intakePhoto(bytes: Uint8Array, of = 'nobody'): Promise<Result<Photo, PhotoRefusal>> {
  const file = sniffPhoto(bytes);
  return file.ok ? decodePhoto(of, file.value) : file;
}

async function headerOf(bytes: Uint8Array): Promise<ImageHeader | undefined> {
  try {
    return await readImageHeader(bytes);
  } catch {
    return undefined;
  }
}
