import type { InferenceSession } from 'onnxruntime-node';
import type { FoundFace } from '../face.ts';
import { compose, onto, type Point } from './affine.ts';
import type { View } from './face-detector.ts';
import { infer } from './face-models.ts';
import { sample } from './sample.ts';

const SIDE = 64;
/** The package's own gray: its JavaScript names the channels BGR while they are RGB, and the model saw that. */
const GRAY = [0.114, 0.587, 0.299] as const;

/** Which of the 68 points make the five that a face is aligned by: pupils, nose tip, corners of the mouth. */
const FIVE = [[37, 38, 40, 41], [43, 44, 46, 47], [30], [48, 60], [54, 64]] as const;

/** A square about the box, as tall as the face: what the landmark and liveness models were given in training. */
export function squared({ x, y, width, height }: FoundFace): FoundFace {
  return { x: x + (width - height) / 2, y, width: height, height, confidence: 1 };
}

/** Pupils, nose tip and mouth corners of one face, in the view's coordinates. */
export async function findFivePoints(model: InferenceSession, view: View, face: FoundFace): Promise<Point[]> {
  const square = squared(face);
  const rgb = sample(
    view.pixels,
    compose(view.upright, onto(square, { width: SIDE, height: SIDE })),
    SIDE,
    SIDE,
  );
  const gray = new Float32Array(SIDE * SIDE);
  for (let i = 0; i < gray.length; i += 1) {
    const at = i * 3;
    gray[i] = (GRAY[0] * (rgb[at] ?? 0) + GRAY[1] * (rgb[at + 1] ?? 0) + GRAY[2] * (rgb[at + 2] ?? 0)) / 256;
  }
  const { output } = await infer(model, gray, [1, 1, SIDE, SIDE], ['output']);
  return FIVE.map((group) => ({
    x: square.x + square.width * mean(group.map((point) => output[point * 2] ?? 0)),
    y: square.y + square.height * mean(group.map((point) => output[point * 2 + 1] ?? 0)),
  }));
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
