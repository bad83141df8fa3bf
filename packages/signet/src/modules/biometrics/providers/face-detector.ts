import type { InferenceSession } from 'onnxruntime-node';
import type { FoundFace } from '../face.ts';
import { type Affine, compose, onto } from './affine.ts';
import { infer } from './face-models.ts';
import { type Pixels, planes } from './pixels.ts';
import { sample } from './sample.ts';

const INPUT = { width: 320, height: 240 } as const;
const MIN_CONFIDENCE = 0.65;
const MAX_OVERLAP = 0.4;
/** A close look holds the candidate at a third of the picture's height, where the detector is at its best. */
const CLOSE_LOOK = 3;

type Box = Pick<FoundFace, 'x' | 'y' | 'width' | 'height'>;

/** A picture and how it is to be seen: `upright` leads from the upright view to the stored pixels. */
export interface View {
  readonly pixels: Pixels;
  readonly upright: Affine;
  readonly width: number;
  readonly height: number;
}

/**
 * Faces in a view, in its coordinates, best first. Each is found in the whole (or in overlapping parts of it,
 * `'parts'`, for faces too small for the detector's 320 × 240) and then confirmed and measured in a close look,
 * which drops the seals and patterns that look like a face only from afar.
 */
export async function detectFaces(
  model: InferenceSession,
  view: View,
  search: 'whole' | 'parts',
): Promise<readonly FoundFace[]> {
  const windows =
    search === 'whole' ? [fitted({ x: 0, y: 0, width: view.width, height: view.height })] : parts(view);
  const candidates: FoundFace[] = [];
  for (const window of windows) candidates.push(...(await detectIn(model, view, window)));
  const confirmed: FoundFace[] = [];
  for (const candidate of suppressOverlaps(candidates)) {
    const near = (await detectIn(model, view, closeLook(candidate))).filter(
      (face) => overlap(face, candidate) > 0.3,
    );
    const best = near[0];
    if (best) confirmed.push(best);
  }
  return suppressOverlaps(confirmed);
}

async function detectIn(model: InferenceSession, view: View, window: Box): Promise<FoundFace[]> {
  const rgb = sample(view.pixels, compose(view.upright, onto(window, INPUT)), INPUT.width, INPUT.height);
  const input = planes(rgb, 'bgr', { middle: 127, scale: 1 / 128 });
  const { scores, boxes } = await infer(model, input, [1, 3, INPUT.height, INPUT.width], ['scores', 'boxes']);
  const faces: FoundFace[] = [];
  // The model's graph ends with the anchors already decoded: corners as shares of the picture.
  for (let i = 0; i < boxes.length / 4; i += 1) {
    const confidence = scores[i * 2 + 1] ?? 0;
    if (confidence < MIN_CONFIDENCE) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(i * 4, i * 4 + 4);
    faces.push({
      x: window.x + left * window.width,
      y: window.y + top * window.height,
      width: (right - left) * window.width,
      height: (bottom - top) * window.height,
      confidence,
    });
  }
  return suppressOverlaps(faces);
}

/** Non-maximum suppression: of boxes that overlap, the surest stays. Best first. */
function suppressOverlaps(faces: readonly FoundFace[]): FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of [...faces].sort((a, b) => b.confidence - a.confidence)) {
    if (kept.every((other) => overlap(face, other) < MAX_OVERLAP)) kept.push(face);
  }
  return kept;
}

/** Shared area as a share of the smaller box: a face found twice at two sizes is still one face. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}

/** The smallest 4:3 window around a box, so that no face is stretched. */
function fitted({ x, y, width, height }: Box): Box {
  const unit = Math.max(width / INPUT.width, height / INPUT.height);
  const [wide, high] = [unit * INPUT.width, unit * INPUT.height];
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
}

function closeLook({ x, y, width, height }: Box): Box {
  const side = Math.max(width, height) * CLOSE_LOOK;
  return fitted({ x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side });
}

/** Windows of half the longer side at steps of a quarter, wholly inside where the view allows it. */
function parts({ width, height }: View): Box[] {
  const wide = Math.max(width, height) / 2;
  const high = (wide * INPUT.height) / INPUT.width;
  return stops(height, high).flatMap((y) =>
    stops(width, wide).map((x) => ({ x, y, width: wide, height: high })),
  );
}

function stops(length: number, window: number): number[] {
  const count = Math.max(1, Math.ceil((length - window) / (window / 2)) + 1);
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : (i * (length - window)) / (count - 1)));
}
