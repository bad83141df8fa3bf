import sharp from 'sharp';
import { AppError } from '../../../kernel/index.ts';
import type { Affine } from './affine.ts';

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

/** The most readings a side that one wanted pixel is averaged from: more cost time and change nothing. */
const MAX_READINGS = 4;

/**
 * The part of `pixels` that `map` points at, as `width` × `height` interleaved RGB (0..255). Outside the picture
 * is black. A reduction averages several readings a pixel, so that a large photo does not alias.
 */
export function sample(pixels: Pixels, map: Affine, width: number, height: number): Float32Array {
  const readings = Math.min(MAX_READINGS, Math.max(1, Math.ceil(Math.hypot(map.a, map.d))));
  const out = new Float32Array(width * height * 3);
  const step = 1 / readings;
  for (let y = 0; y < height * readings; y += 1) {
    const v = (y + 0.5) * step;
    const row = Math.floor(y / readings) * width;
    for (let x = 0; x < width * readings; x += 1) {
      const u = (x + 0.5) * step;
      const to = (row + Math.floor(x / readings)) * 3;
      addReading(pixels, map.a * u + map.b * v + map.c, map.d * u + map.e * v + map.f, out, to);
    }
  }
  if (readings > 1) for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) * step * step;
  return out;
}

/** Adds the color at one point, bilinear; a pixel's value stands at its middle, hence the half. */
function addReading(
  { rgb, width, height }: Pixels,
  x: number,
  y: number,
  out: Float32Array,
  to: number,
): void {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return;
  const right = x - 0.5 - left;
  const down = y - 0.5 - top;
  const upper = (top * width + left) * 3;
  const lower = upper + width * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const above = (rgb[upper + channel] ?? 0) * (1 - right) + (rgb[upper + channel + 3] ?? 0) * right;
    const below = (rgb[lower + channel] ?? 0) * (1 - right) + (rgb[lower + channel + 3] ?? 0) * right;
    out[to + channel] = (out[to + channel] ?? 0) + above * (1 - down) + below * down;
  }
}

/** Interleaved RGB to the models' layout: one plane a channel, in the order and scale asked for. */
export function planes(
  rgb: Float32Array,
  order: 'rgb' | 'bgr',
  scaled: (value: number) => number,
): Float32Array {
  const count = rgb.length / 3;
  const out = new Float32Array(rgb.length);
  for (let channel = 0; channel < 3; channel += 1) {
    const source = order === 'rgb' ? channel : 2 - channel;
    for (let i = 0; i < count; i += 1) out[channel * count + i] = scaled(rgb[i * 3 + source] ?? 0);
  }
  return out;
}
