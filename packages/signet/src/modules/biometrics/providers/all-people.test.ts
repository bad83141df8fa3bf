import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import type { FaceTemplate } from '../face.ts';
import { judgeSimilarity } from '../judge-similarity.ts';
import { detectFaces } from './face-detector.ts';
import { cosine } from './face-embedding.ts';
import { loadModels, pinnedModels } from './face-models.ts';
import { seen, templateOf } from './find-upright-faces.ts';
import { decode } from './pixels.ts';

// The sandbox's synthetic people. They share skin and hair exactly between renders, so this shows that the
// models are called rightly; it says nothing about error rates (A15).
const faces = new URL('../../../../../../sandbox/faces/', import.meta.url);

interface Known {
  readonly person: string;
  readonly image: string;
  readonly template: FaceTemplate;
}

let known: readonly Known[] = [];

beforeAll(async () => {
  const models = await loadModels(pinnedModels());
  const images = (await readdir(faces)).filter((file) => /^p\d\d_\d\.jpg$/.test(file)).sort();
  const found: Known[] = [];
  for (const image of images) {
    const view = seen(await decode(await readFile(new URL(image, faces))), 0);
    const [face, ...others] = await detectFaces(models.detect, view, 'whole');
    if (!face || others.length > 0) throw new Error(`${image}: ${others.length + (face ? 1 : 0)} faces`);
    const { template } = await templateOf(models, view, face);
    found.push({ person: image.slice(0, 3), image, template });
  }
  known = found;
}, 60_000);

const pairs = () =>
  known.flatMap((one, at) =>
    known.slice(at + 1).map((other) => ({
      pair: `${one.image} ${other.image}`,
      same: one.person === other.person,
      similarity: cosine(one.template, other.template),
    })),
  );

it('templates are 512 numbers of unit length', () => {
  expect(new Set(known.map(({ person }) => person)).size).toBe(12);
  for (const { template } of known) {
    expect(template.length).toBe(512);
    expect(Math.hypot(...template)).toBeCloseTo(1, 5);
  }
});

it('every person is accepted as themselves, in every picture', () => {
  const same = pairs().filter((pair) => pair.same);
  expect(same.length).toBeGreaterThanOrEqual(12);
  expect(same.filter(({ similarity }) => judgeSimilarity(similarity) !== 'accept')).toEqual([]);
});

it('attack: nobody is accepted as somebody else, near likenesses included', () => {
  const different = pairs().filter((pair) => !pair.same);
  expect(different.length).toBeGreaterThanOrEqual(264);
  expect(different.filter(({ similarity }) => judgeSimilarity(similarity) === 'accept')).toEqual([]);
});
