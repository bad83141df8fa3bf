import FFT from 'fft.js';
import type { Pixels } from '../image/index.ts';

/** How a pattern that repeats from edge to edge is looked for: a display's pixels, a printer's dots, what they make of each other. */
const search = {
  /** Pixels: the side of a part. A power of two. */
  side: 256,
  /** So many parts across and down, in the middle of the page. */
  parts: 2,
  /** Waves a part: what repeats less often are rows of letters and the card's own guilloche. */
  fewestWaves: 20,
  /** Waves on either side: a pattern's peak is narrower, and what grain and edges leave is broader. */
  ring: [4, 6],
  /** JPEG works in blocks of eight pixels, which repeat 32 times a part. */
  ofBlocks: 32,
} as const;

const { side, fewestWaves, ofBlocks } = search;
const half = side / 2;

/**
 * How far the strongest regular pattern in the middle of the page stands out: the mean logarithm of its power above that of
 * the waves around it. Zero where the picture is smaller than a part. `middle`: of the page, in pixels.
 */
export function regularPattern(photo: Pixels, middle: { readonly x: number; readonly y: number }): number {
  const powers = partsAround(photo, middle).map((part) => logPower(part));
  if (powers.length === 0) return 0;
  const mean = Float64Array.from({ length: side * side }, (_, wave) => {
    return powers.reduce((sum, power) => sum + (power[wave] ?? 0), 0) / powers.length;
  });
  return strongestPeak(mean);
}

/** Luminance of the parts that lie within the picture. */
function partsAround(photo: Pixels, middle: { readonly x: number; readonly y: number }): Float64Array[] {
  const parts: Float64Array[] = [];
  const from = -search.parts / 2;
  for (let down = 0; down < search.parts; down++)
    for (let across = 0; across < search.parts; across++) {
      const left = Math.round(middle.x + (from + across) * side);
      const top = Math.round(middle.y + (from + down) * side);
      if (left >= 0 && top >= 0 && left + side <= photo.width && top + side <= photo.height)
        parts.push(luminance(photo, left, top));
    }
  return parts;
}

function luminance({ data, width, channels }: Pixels, left: number, top: number): Float64Array {
  const part = new Float64Array(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = ((top + y) * width + left + x) * channels;
      const [red = 0, green = red, blue = red] = data.subarray(at, at + channels);
      part[y * side + x] = 0.299 * red + 0.587 * green + 0.114 * blue;
    }
  return part;
}

const transform = new FFT(side);
/** Hann: without it the part's own edges are waves of every length. */
const window = Float64Array.from(
  { length: side },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / side),
);

/** Of the two-dimensional spectrum, by rows and then by columns. */
function logPower(part: Float64Array): Float64Array {
  const mean = part.reduce((sum, one) => sum + one, 0) / part.length;
  const [line, out] = [new Float64Array(2 * side), new Float64Array(2 * side)];
  const rows = new Float64Array(2 * side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++)
      line[2 * x] = ((part[y * side + x] ?? 0) - mean) * (window[x] ?? 0) * (window[y] ?? 0);
    transform.transform(out, line);
    rows.set(out, 2 * side * y);
  }
  const power = new Float64Array(side * side);
  for (let x = 0; x < half; x++) {
    // of a real picture the other half says the same
    for (let y = 0; y < side; y++)
      for (const part of [0, 1]) line[2 * y + part] = rows[2 * (side * y + x) + part] ?? 0;
    transform.transform(out, line);
    for (let y = 0; y < side; y++)
      power[y * side + x] = Math.log1p((out[2 * y] ?? 0) ** 2 + (out[2 * y + 1] ?? 0) ** 2);
  }
  return power;
}

function strongestPeak(power: Float64Array): number {
  const [, farthest] = search.ring;
  let strongest = 0;
  for (let y = -half + farthest; y < half - farthest; y++)
    for (let x = 0; x < half - farthest; x++) {
      if (Math.hypot(x, y) < fewestWaves || (isOfBlocks(x) && isOfBlocks(y))) continue;
      strongest = Math.max(strongest, at(power, x, y) - around(power, x, y, strongest));
    }
  return strongest;
}

const isOfBlocks = (waves: number): boolean => (Math.abs(waves) + 1) % ofBlocks <= 2;

/** Half of the waves are the mirror images of the others. */
const at = (power: Float64Array, x: number, y: number): number =>
  x < 0 ? at(power, -x, -y) : (power[((y + side) % side) * side + x] ?? 0);

/** The mean of the ring around a wave; not looked at where the wave is weaker than the strongest peak so far stands out. */
function around(power: Float64Array, x: number, y: number, strongest: number): number {
  const here = at(power, x, y);
  if (here <= strongest) return here;
  const [nearest, farthest] = search.ring;
  let sum = 0;
  let count = 0;
  for (let dy = -farthest; dy <= farthest; dy++)
    for (let dx = -farthest; dx <= farthest; dx++)
      if (Math.max(Math.abs(dx), Math.abs(dy)) >= nearest) {
        sum += at(power, x + dx, y + dy);
        count++;
      }
  return sum / count;
}
