import type { InferenceSession } from 'onnxruntime-node';
import type { FoundFace } from '../face.ts';
import { compose, onto } from './affine.ts';
import type { View } from './face-detector.ts';
import { squared } from './face-landmarks.ts';
import { infer } from './face-models.ts';
import { planes } from './pixels.ts';
import { sample } from './sample.ts';

const SIDE = 128;
/** The model judges the face with its surroundings: paper edges and screen frames give a print away. */
const SURROUNDINGS = 2.7;

/**
 * How much the picture looks like a person rather than a print or a screen, 0..1. Measured at an equal error
 * rate of 15-23 %: one signal among several, never a decision (A16).
 */
export async function liveness(model: InferenceSession, view: View, face: FoundFace): Promise<number> {
  const window = surroundings(view, squared(face));
  const rgb = sample(
    view.pixels,
    compose(view.upright, onto(window, { width: SIDE, height: SIDE })),
    SIDE,
    SIDE,
  );
  const { output } = await infer(
    model,
    planes(rgb, 'bgr', { middle: 0, scale: 1 }),
    [1, 3, SIDE, SIDE],
    ['output'],
  );
  const [live = 0, ...others] = output;
  return 1 / others.reduce((sum, logit) => sum + Math.exp(logit - live), 1);
}

/** 2.7 times the face where the picture allows it, moved to lie inside the picture. */
function surroundings(view: View, face: FoundFace): { x: number; y: number; width: number; height: number } {
  const scale = Math.min(SURROUNDINGS, view.width / face.width, view.height / face.height);
  const side = face.width * scale;
  const within = (middle: number, length: number) => Math.max(0, Math.min(length - side, middle - side / 2));
  return {
    x: within(face.x + face.width / 2, view.width),
    y: within(face.y + face.height / 2, view.height),
    width: side,
    height: side,
  };
}
