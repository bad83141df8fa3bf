import type { Mat } from '@techstark/opencv-js';
import type { Corners } from '../document/index.ts';
import {
  type KeepMat,
  type OpenCv,
  openCv,
  type Pixels,
  type TurnedBox,
  withMatsHeld,
} from '../image/index.ts';
import { detectText } from './detect-text.ts';
import { createLineReader, type LineReader, type Way } from './line-reader.ts';
import { type OcrModels, ocrModels } from './ocr-models.ts';
import { rectifyCard } from './rectify-card.ts';

/** One side, straightened and its lines of text found; which way up it lies is not known yet. */
export interface OpenPage {
  readonly cv: OpenCv;
  readonly models: OcrModels;
  readonly image: Mat;
  readonly boxes: readonly TurnedBox[];
  readonly reader: LineReader;
  /** Of the page in the photo, named as they are when it lies that way. */
  readonly corners: (way: Way) => Corners;
  /** Milliseconds. */
  readonly stages: { readonly rectify: number; readonly detectText: number };
}

/** Opens one side for as long as `work` takes: its pixels live in memory that no garbage collector sees. */
export async function withPage<T>(photo: Pixels, work: (page: OpenPage) => Promise<T>): Promise<T> {
  const [cv, models] = await Promise.all([openCv(), ocrModels()]);
  return withMatsHeld(async (keep) => {
    const started = performance.now();
    const found = rectifyCard(cv, photo);
    const rectified = performance.now();
    const { image, boxes, corners } = await levelText(cv, models, keep, { ...found, card: keep(found.card) });
    return work({
      cv,
      models,
      image,
      boxes,
      reader: createLineReader(cv, models, image),
      corners: (way) => (way === 'over' ? turned(corners, 2) : corners),
      stages: { rectify: rectified - started, detectText: performance.now() - rectified },
    });
  });
}

/** Finds text; where most of it stands on end (a card without an outline, photographed sideways) turns it level. */
async function levelText(
  cv: OpenCv,
  models: OcrModels,
  keep: KeepMat,
  { card, corners }: { readonly card: Mat; readonly corners: Corners },
): Promise<{ image: Mat; boxes: TurnedBox[]; corners: Corners }> {
  const boxes = await detectText(cv, models, card);
  const onEnd = boxes.filter((box) => box.height > box.width).length;
  if (onEnd <= boxes.length / 2) return { image: card, boxes, corners };
  const level = keep(new cv.Mat());
  cv.rotate(card, level, cv.ROTATE_90_COUNTERCLOCKWISE);
  return { image: level, boxes: await detectText(cv, models, level), corners: turned(corners, 1) };
}

/** The corners as they are named after so many quarter turns to the left. */
const turned = ([a, b, c, d]: Corners, quarters: 1 | 2): Corners =>
  quarters === 1 ? [b, c, d, a] : [c, d, a, b];
