import type { InferenceSession } from 'onnxruntime-node';
import type { FaceTemplate } from '../face.ts';
import { compose, type Point, similarityBetween } from './affine.ts';
import type { View } from './face-detector.ts';
import { infer } from './face-models.ts';
import { planes } from './pixels.ts';
import { sample } from './sample.ts';

const SIDE = 112;

/** Where pupils, nose tip and mouth corners stand in the 112 × 112 picture that the model was trained on. */
const REFERENCE: readonly Point[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

/** `strength`: how sure the model is to see a face at all, the length of the embedding before it is made one. */
export interface Embedding {
  readonly template: FaceTemplate;
  readonly strength: number;
}

/**
 * The face whose five points are given: the embeddings of the aligned face and of its mirror image, summed and
 * brought to unit length. The caller wipes the template (A17).
 */
export async function embed(
  model: InferenceSession,
  view: View,
  points: readonly Point[],
): Promise<Embedding> {
  const aligned = sample(
    view.pixels,
    compose(view.upright, similarityBetween(REFERENCE, points)),
    SIDE,
    SIDE,
  );
  const straight = await embedOne(model, aligned);
  const mirrored = await embedOne(model, mirror(aligned));
  const sum = straight.map((value, i) => value + (mirrored[i] ?? 0));
  const length = Math.hypot(...sum);
  const template = sum.map((value) => value / length);
  for (const used of [aligned, straight, mirrored, sum]) used.fill(0);
  return { template, strength: length / 2 };
}

async function embedOne(model: InferenceSession, rgb: Float32Array): Promise<Float32Array> {
  const input = planes(rgb, 'bgr', { middle: 127, scale: 1 / 128 });
  const { output } = await infer(model, input, [1, 3, SIDE, SIDE], ['output']);
  input.fill(0);
  return output;
}

function mirror(rgb: Float32Array): Float32Array {
  const out = new Float32Array(rgb.length);
  for (let i = 0; i < SIDE * SIDE; i += 1) {
    const from = (i - (i % SIDE) + (SIDE - 1 - (i % SIDE))) * 3;
    for (let channel = 0; channel < 3; channel += 1) out[i * 3 + channel] = rgb[from + channel] ?? 0;
  }
  return out;
}

/** Cosine of two unit templates, -1..1. */
export const cosine = (a: FaceTemplate, b: FaceTemplate): number =>
  Math.max(
    -1,
    Math.min(
      1,
      a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0),
    ),
  );
