import { describe, expect, it } from 'vitest';
import { type Affine, compose, onto, turned } from './affine.ts';
import type { Pixels } from './pixels.ts';
import { sample } from './sample.ts';

/** Every pixel another color, without an order in them. */
const pixels: Pixels = {
  width: 91,
  height: 67,
  rgb: Uint8Array.from({ length: 91 * 67 * 3 }, (_, i) => (i * 7919) % 251),
};

/** One reading by the definition. */
function reading({ rgb, width, height }: Pixels, x: number, y: number, channel: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0;
  const [right, down] = [x - 0.5 - left, y - 0.5 - top];
  const at = (dx: number, dy: number) => rgb[((top + dy) * width + left + dx) * 3 + channel] ?? 0;
  const above = at(0, 0) * (1 - right) + at(1, 0) * right;
  return above * (1 - down) + (at(0, 1) * (1 - right) + at(1, 1) * right) * down;
}

function byDefinition(map: Affine, width: number, height: number, readings: number): number[] {
  const out: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let n = 0; n < readings ** 2; n += 1) {
          const u = x + ((n % readings) + 0.5) / readings;
          const v = y + (Math.floor(n / readings) + 0.5) / readings;
          sum += reading(pixels, map.a * u + map.b * v + map.c, map.d * u + map.e * v + map.f, channel);
        }
        out.push(sum / readings ** 2);
      }
  return out;
}

const size = { width: 20, height: 15 };

describe('a sampled part of a picture', () => {
  it.each<[string, Affine, number]>([
    ['enlarged', onto({ x: 10, y: 8, width: 12, height: 9 }, size), 1],
    ['reduced twice', onto({ x: 20.5, y: 10.25, width: 36, height: 27 }, size), 2],
    ['all of it', onto({ x: 0, y: 0, width: 91, height: 67 }, size), 4],
    ['past its edges, which are black', onto({ x: -30, y: -20, width: 160, height: 120 }, size), 4],
    ['wholly outside', onto({ x: 200, y: 200, width: 20, height: 15 }, size), 1],
    ['turned on its side', compose(turned(90, pixels), onto({ x: 5, y: 5, width: 40, height: 30 }, size)), 2],
    ['on its head', compose(turned(180, pixels), onto({ x: 5, y: 5, width: 40, height: 30 }, size)), 2],
    ['aslant', { a: 1.2, b: -0.4, c: 30, d: 0.4, e: 1.2, f: 8 }, 2],
  ])('is the mean of bilinear readings: %s', (_, map, readings) => {
    const found = sample(pixels, map, size.width, size.height);
    const expected = byDefinition(map, size.width, size.height, readings);
    expect(found).toHaveLength(expected.length);
    expected.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 2);
    });
  });
});
