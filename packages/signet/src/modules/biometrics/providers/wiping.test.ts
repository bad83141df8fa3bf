import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeEach, expect, it, vi } from 'vitest';
import type { FaceTemplate } from '../face.ts';
import { createFaceMatcher } from './onnx-face-matcher.ts';

const made = vi.hoisted(() => ({ templates: [] as FaceTemplate[], pixels: [] as Uint8Array[] }));

vi.mock(import('./face-embedding.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    embed: async (...asked) => {
      const embedding = await module.embed(...asked);
      if (embedding.template.every((value) => value === 0))
        throw new Error('an empty template proves nothing');
      made.templates.push(embedding.template);
      return embedding;
    },
  };
});

vi.mock(import('./pixels.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    decode: async (...asked) => {
      const pixels = await module.decode(...asked);
      made.pixels.push(pixels.rgb);
      return pixels;
    },
  };
});

const face = (name: string) =>
  readFile(new URL(`../../../../../../sandbox/faces/${name}.jpg`, import.meta.url));
const wiped = (data: ArrayLike<number>) => Array.prototype.every.call(data, (value) => value === 0);

beforeEach(() => {
  made.templates.length = 0;
  made.pixels.length = 0;
});

it('A17: no template and no decoded picture outlives a comparison', async () => {
  const document = await sharp(await face('p02_0'))
    .rotate(180)
    .jpeg()
    .toBuffer();
  await createFaceMatcher().compare({ document, selfie: await face('p02_1') });
  expect(made.templates.length).toBeGreaterThan(2); // the turns that were tried and left, too
  expect(made.templates.filter((template) => !wiped(template))).toEqual([]);
  expect(made.pixels.map(wiped)).toEqual([true, true]);
});

it('A17: nor one that ends early or in a fault', async () => {
  const matcher = createFaceMatcher();
  const empty = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await matcher.compare({ document: await face('p02_0'), selfie: empty });
  await expect(
    matcher.compare({ document: await face('p02_0'), selfie: Buffer.from('none') }),
  ).rejects.toThrow();
  expect(made.templates).toHaveLength(2);
  expect(made.templates.filter((template) => !wiped(template))).toEqual([]);
  expect(made.pixels.map(wiped)).toEqual([true, true, true]);
});
