import sharp, { type OutputInfo } from 'sharp';

// libvips keeps recently decoded images in memory; a photo of a document must not outlive its use.
sharp.cache(false);

/** The largest image this module will decode, whoever asks: a second guard behind the intake's own limit. */
const DECODE_LIMIT = 64_000_000;

export interface ImageHeader {
  readonly width: number;
  readonly height: number;
  /** More than eight bits a sample. */
  readonly isDeep: boolean;
}

export interface NormalizingLimits {
  readonly maxSide: number;
  readonly jpegQuality: number;
}

export interface NormalizedImage {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Interleaved pixels: `channels` is 1 (luminance) or 3 (sRGB). */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** The size an image file states, without decoding its pixels. Rejects when the header cannot be read. */
export async function readImageHeader(bytes: Uint8Array): Promise<ImageHeader> {
  const { width, height, depth } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { width, height, isDeep: depth !== 'uchar' };
}

/**
 * An upright sRGB JPEG with no metadata: EXIF (place, time, device) is dropped after its orientation is applied.
 * Rejects when the file ends early or does not decode. A JPEG may lack the two bytes that end it and nothing before them, as
 * some programs write and some uploads cut it.
 */
export async function normalizeImage(bytes: Uint8Array, limits: NormalizingLimits): Promise<NormalizedImage> {
  try {
    return await normalized(bytes, limits, 'error');
  } catch (error) {
    if (!isJpegWithoutEnd(bytes)) throw error;
    // what lacks more than its end is warned of now
    return normalized(Buffer.concat([bytes, endOfJpeg]), limits, 'warning');
  }
}

const endOfJpeg = Buffer.from([0xff, 0xd9]);

const isJpegWithoutEnd = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && !endOfJpeg.equals(bytes.subarray(-2));

async function normalized(
  bytes: Uint8Array,
  limits: NormalizingLimits,
  failOn: 'error' | 'warning',
): Promise<NormalizedImage> {
  const { data, info } = await sharp(bytes, { limitInputPixels: DECODE_LIMIT, failOn })
    .autoOrient()
    .resize({ width: limits.maxSide, height: limits.maxSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColorspace('srgb')
    // Huffman tables made for each photo save 5 % of its bytes and take as long as everything else here.
    .jpeg({ quality: limits.jpegQuality, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}

function asPixels(data: Buffer, info: OutputInfo): Pixels {
  return { data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 };
}

/** The luminance of an image, its long side reduced to at most `maxSide`. */
export async function luminanceOf(
  { data: from, width, height, channels }: Pixels,
  maxSide: number,
): Promise<Pixels> {
  const { data, info } = await sharp(from, { raw: { width, height, channels } })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColorspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return asPixels(data, info);
}

/** The sRGB pixels of a JPEG, its long side reduced to at most `maxSide`. */
export async function decodeColor(jpeg: Uint8Array, maxSide: number): Promise<Pixels> {
  const { data, info } = await sharp(jpeg, { limitInputPixels: DECODE_LIMIT })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColorspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return asPixels(data, info);
}
