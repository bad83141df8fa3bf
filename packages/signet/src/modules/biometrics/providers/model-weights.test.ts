import { readdir, readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { detectFaces } from './face-detector.ts';
import { cosine } from './face-embedding.ts';
import { type FaceModels, loadModels, pinnedModels } from './face-models.ts';
import { seen, templateOf } from './find-upright-faces.ts';
import { clearDenormalWeights } from './model-weights.ts';
import { decode } from './pixels.ts';

const faces = new URL('../../../../../../sandbox/faces/', import.meta.url);

/** The models as their files have them. */
async function untouched(): Promise<FaceModels> {
  const pins = pinnedModels();
  const load = async (name: keyof typeof pins) =>
    InferenceSession.create(pins[name].path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  return {
    detect: await load('detect'),
    landmark: await load('landmark'),
    feature: await load('feature'),
    liveness: await load('liveness'),
  };
}

it('finds denormal weights in the pinned models, and none where they were cleared', async () => {
  const found: Record<string, number> = {};
  for (const [name, { path }] of Object.entries(pinnedModels())) {
    const bytes = await readFile(path);
    found[name] = clearDenormalWeights(bytes);
    expect(clearDenormalWeights(bytes)).toBe(0);
  }
  expect(found).toEqual({ detect: 0, landmark: 26_567, feature: 8_938, liveness: 0 });
});

it('clears nothing else: every template is the same to six digits', { timeout: 60_000 }, async () => {
  const [cleared, whole] = [await loadModels(pinnedModels()), await untouched()];
  const images = (await readdir(faces)).filter((file) => file.endsWith('.jpg'));
  expect(images.length).toBeGreaterThan(20);
  for (const image of images) {
    const view = seen(await decode(await readFile(new URL(image, faces))), 0);
    const [face] = await detectFaces(whole.detect, view, 'whole');
    if (!face) throw new Error(`${image}: no face`);
    const [one, other] = [await templateOf(cleared, view, face), await templateOf(whole, view, face)];
    expect(cosine(one.template, other.template).toFixed(6), image).toBe('1.000000');
  }
});
