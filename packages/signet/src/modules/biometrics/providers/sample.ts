import type { Affine } from './affine.ts';
import type { Pixels } from './pixels.ts';

/** The most readings a side that one wanted pixel is averaged from: more cost time and change nothing. */
const MAX_READINGS = 4;

/** What is wanted of a picture: interleaved RGB (0..255). */
interface Wanted {
  readonly rgb: Float32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * The part of `pixels` that `map` points at, as `width` × `height` interleaved RGB (0..255). Outside the picture
 * is black. A reduction averages several readings a pixel, each bilinear, so that a large photo does not alias.
 */
export function sample(pixels: Pixels, map: Affine, width: number, height: number): Float32Array {
  const readings = Math.min(MAX_READINGS, Math.max(1, Math.ceil(Math.hypot(map.a, map.d))));
  const wanted = { rgb: new Float32Array(width * height * 3), width, height };
  if (map.b === 0 && map.d === 0) sampleLevel(pixels, map, readings, wanted);
  else sampleTurned(pixels, map, readings, wanted);
  return wanted.rgb;
}

/**
 * Where nothing is turned, the readings of a row all lie on the same rows of the picture: those are blended into one, and
 * that one is read. There are some millions of readings in a comparison, and so they take a third of the time.
 */
function sampleLevel(pixels: Pixels, { a, c, e, f }: Affine, readings: number, wanted: Wanted): void {
  const { rgb, width, height } = wanted;
  const across = readingsAlong(a, c, pixels.width, width, readings);
  const down = readingsAlong(e, f, pixels.height, height, readings);
  const blended = new Float32Array(pixels.width * 3);
  for (let y = 0; y < height; y += 1) {
    blended.fill(0);
    for (let n = y * readings; n < (y + 1) * readings; n += 1) addRows(pixels, down, n, across, blended);
    for (let x = 0; x < width; x += 1)
      readColumns(blended, across, x * readings, readings, rgb, (y * width + x) * 3);
  }
  blended.fill(0); // nothing of a face stays (A17)
}

/** Readings along one side: each lies between two pixels, or outside (-1). */
interface Readings {
  readonly from: Int32Array;
  /** The shares of the first and of the second of the two. */
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** The pixels that are read at all. */
  readonly least: number;
  readonly most: number;
}

function readingsAlong(
  scale: number,
  shift: number,
  length: number,
  wanted: number,
  readings: number,
): Readings {
  const count = wanted * readings;
  const from = new Int32Array(count).fill(-1);
  const [first, second] = [new Float32Array(count), new Float32Array(count)];
  let [least, most] = [length, -1];
  for (let n = 0; n < count; n += 1) {
    // A pixel's value stands at its middle, hence the half.
    const at = (scale * (n + 0.5)) / readings + shift - 0.5;
    const pixel = Math.floor(at);
    if (pixel < 0 || pixel + 1 >= length) continue;
    from[n] = pixel;
    first[n] = (1 - (at - pixel)) / readings;
    second[n] = (at - pixel) / readings;
    least = Math.min(least, pixel);
    most = Math.max(most, pixel + 1);
  }
  return { from, first, second, least, most };
}

function addRows(
  { rgb, width }: Pixels,
  { from, first, second }: Readings,
  n: number,
  { least, most }: Readings,
  to: Float32Array,
): void {
  const row = from[n] ?? -1;
  if (row < 0) return;
  const above = first[n] ?? 0;
  const below = second[n] ?? 0;
  const line = width * 3;
  const start = row * line;
  const end = (most + 1) * 3;
  for (let i = least * 3; i < end; i += 1)
    to[i] = (to[i] ?? 0) + above * (rgb[start + i] ?? 0) + below * (rgb[start + line + i] ?? 0);
}

function readColumns(
  line: Float32Array,
  { from, first, second }: Readings,
  start: number,
  readings: number,
  to: Float32Array,
  at: number,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let n = start; n < start + readings; n += 1) {
    const pixel = from[n] ?? -1;
    if (pixel < 0) continue;
    const i = pixel * 3;
    const one = first[n] ?? 0;
    const other = second[n] ?? 0;
    red += one * (line[i] ?? 0) + other * (line[i + 3] ?? 0);
    green += one * (line[i + 1] ?? 0) + other * (line[i + 4] ?? 0);
    blue += one * (line[i + 2] ?? 0) + other * (line[i + 5] ?? 0);
  }
  to[at] = red;
  to[at + 1] = green;
  to[at + 2] = blue;
}

function sampleTurned(pixels: Pixels, map: Affine, readings: number, { rgb, width, height }: Wanted): void {
  const step = 1 / readings;
  for (let y = 0; y < height * readings; y += 1) {
    const v = (y + 0.5) * step;
    const row = Math.floor(y / readings) * width;
    for (let x = 0; x < width * readings; x += 1) {
      const u = (x + 0.5) * step;
      const to = (row + Math.floor(x / readings)) * 3;
      addPoint(pixels, map.a * u + map.b * v + map.c - 0.5, map.d * u + map.e * v + map.f - 0.5, rgb, to);
    }
  }
  if (readings > 1) for (let i = 0; i < rgb.length; i += 1) rgb[i] = (rgb[i] ?? 0) * step * step;
}

/** Adds the color at one point, bilinear. */
function addPoint({ rgb, width, height }: Pixels, x: number, y: number, out: Float32Array, to: number): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return;
  const right = x - left;
  const down = y - top;
  const upper = (top * width + left) * 3;
  const lower = upper + width * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const above = (rgb[upper + channel] ?? 0) * (1 - right) + (rgb[upper + channel + 3] ?? 0) * right;
    const below = (rgb[lower + channel] ?? 0) * (1 - right) + (rgb[lower + channel + 3] ?? 0) * right;
    out[to + channel] = (out[to + channel] ?? 0) + above * (1 - down) + below * down;
  }
}
