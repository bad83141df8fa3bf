import type { InferenceSession } from 'onnxruntime-node';
import type { FoundFace, Pose } from '../face.ts';
import { compose, onto, type Point } from './affine.ts';
import type { View } from './face-detector.ts';
import { infer } from './face-models.ts';
import { sample } from './sample.ts';

const SIDE = 64;
/** The package's own gray: its JavaScript names the channels BGR while they are RGB, and the model saw that. */
const GRAY = [0.114, 0.587, 0.299] as const;

/** Which of the 68 points make the five that a face is aligned by: pupils, nose tip, corners of the mouth. */
const FIVE = [[37, 38, 40, 41], [43, 44, 46, 47], [30], [48, 60], [54, 64]] as const;
/** Inner edge of the lips, in the middle: above and below. */
const INNER_LIPS = [[62], [66]] as const;

/** The 68 points of one face, by their numbers in the common scheme, in the view's coordinates. */
export type Landmarks = readonly Point[];

/** A square about the box, as tall as the face: what the landmark and liveness models were given in training. */
export function squared({ x, y, width, height }: FoundFace): FoundFace {
  return { x: x + (width - height) / 2, y, width: height, height, confidence: 1 };
}

/** Pupils, nose tip and mouth corners of one face, in the view's coordinates. */
export const fivePoints = (landmarks: Landmarks): Point[] => FIVE.map((group) => middle(landmarks, group));

/**
 * How a face is held, from where its points stand to each other. A flat picture that is turned, tilted or squeezed keeps
 * those ratios: its nose stays between its eyes, so a print that is moved about does not turn.
 */
export function poseOf(landmarks: Landmarks): Omit<Pose, 'widestMouth'> {
  const [eye, otherEye, nose, corner, otherCorner] = fivePoints(landmarks) as FivePoints;
  const [upperLip, lowerLip] = INNER_LIPS.map((group) => middle(landmarks, group)) as [Point, Point];
  const eyes = between(eye, otherEye);
  const across = unit(eye, otherEye);
  const down = { x: -across.y, y: across.x };
  const toMouth = along(eyes, between(corner, otherCorner), down);
  return {
    turn: along(eyes, nose, across) / distance(eye, otherEye),
    nod: along(eyes, nose, down) / toMouth,
    mouth: along(upperLip, lowerLip, down) / toMouth,
    breadth: distance(eye, otherEye) / toMouth,
  };
}

type FivePoints = [Point, Point, Point, Point, Point];

/** The 68 points of one face. */
export async function findLandmarks(
  model: InferenceSession,
  view: View,
  face: FoundFace,
): Promise<Landmarks> {
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
  return Array.from({ length: output.length / 2 }, (_, point) => ({
    x: square.x + square.width * (output[point * 2] ?? 0),
    y: square.y + square.height * (output[point * 2 + 1] ?? 0),
  }));
}

function middle(landmarks: Landmarks, group: readonly number[]): Point {
  const points = group.map((point) => landmarks[point] ?? { x: 0, y: 0 });
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);
const unit = (from: Point, to: Point): Point => ({
  x: (to.x - from.x) / distance(from, to),
  y: (to.y - from.y) / distance(from, to),
});
/** How far `to` lies from `from` in one direction. */
const along = (from: Point, to: Point, direction: Point): number =>
  (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
