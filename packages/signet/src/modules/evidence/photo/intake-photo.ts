import { createTurns, err, ok, type Result } from '../../../kernel/index.ts';
import { type ImageHeader, normalizeImage, readImageHeader } from '../image/index.ts';
import type { Photo, PhotoRefusal } from './photo.ts';
import { type IntakeLimits, intakeLimits } from './settings.ts';
import { sniffFile } from './sniff-file.ts';

/** Pixels need up to ten times a file's size: however many people send photos, only so many files are open at once. */
const decoding = createTurns(intakeLimits.decodedAtOnce);

/**
 * Takes an uploaded file as a photo, or says why not. JPEG, PNG and WebP only, known by their bytes and never by
 * name; every cheap check stands before the pixels are decoded, so that a bomb costs its header only.
 * The result is upright, carries no metadata (place and device are the person's own business) and its long side is
 * at most `maxSide`.
 */
export async function intakePhoto(
  bytes: Uint8Array,
  limits: Partial<IntakeLimits> = {},
): Promise<Result<Photo, PhotoRefusal>> {
  const limit = { ...intakeLimits, ...limits };
  if (bytes.length === 0) return err('empty');
  if (bytes.length > limit.maxBytes) return err('too-large');

  const kind = sniffFile(bytes);
  if (kind === 'heic' || kind === 'pdf') return err(kind);
  if (kind === 'other') return err('not-an-image');

  const header = await headerOf(bytes);
  if (!header) return err('broken');
  if (header.width * header.height > limit.maxPixels) return err('too-many-pixels');
  if (Math.min(header.width, header.height) < limit.minSide) return err('too-small');

  try {
    return ok(await decoding(() => normalizeImage(bytes, limit)));
  } catch {
    // The decoder's message can quote the file; which fault it was changes nothing for the person.
    return err('broken');
  }
}

async function headerOf(bytes: Uint8Array): Promise<ImageHeader | undefined> {
  try {
    return await readImageHeader(bytes);
  } catch {
    return undefined;
  }
}
