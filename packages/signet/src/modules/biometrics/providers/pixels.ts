import sharp from 'sharp';
import { AppError } from '../../../kernel/index.ts';

/** A decoded picture: 8-bit RGB, row by row, no padding. Wiped by its owner after use (A17). */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Intake keeps photos below 3000 px a side; this is the second fence against a decompression bomb. */
const MAX_PIXELS = 40_000_000;

/** Decodes an image and applies its EXIF orientation. Throws `face-image-unreadable`. */
export async function decode(image: Buffer): Promise<Pixels> {
  try {
    const { data, info } = await sharp(image, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColorspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: data };
  } catch (cause) {
    throw new AppError('face-image-unreadable', { status: 422, cause });
  }
}

/** Interleaved RGB to the models' layout: one plane a channel, in the order asked for, each value moved and scaled. */
export function planes(
  rgb: Float32Array,
  order: 'rgb' | 'bgr',
  { middle, scale }: { readonly middle: number; readonly scale: number },
): Float32Array {
  const count = rgb.length / 3;
  const out = new Float32Array(rgb.length);
  for (let channel = 0; channel < 3; channel += 1) {
    const source = order === 'rgb' ? channel : 2 - channel;
    for (let i = 0; i < count; i += 1)
      out[channel * count + i] = ((rgb[i * 3 + source] ?? 0) - middle) * scale;
  }
  return out;
}
