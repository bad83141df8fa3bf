import type { Mat } from '@techstark/opencv-js';
import type { DocumentFields } from '../document/index.ts';
import {
  decodeColor,
  type KeepMat,
  type OpenCv,
  openCv,
  type TurnedBox,
  withMatsHeld,
} from '../image/index.ts';
import type { Photo } from '../photo/index.ts';
import { isSettled, likeliestLine, type PrintedLine, UNREAD } from './compare/index.ts';
import { detectText } from './detect-text.ts';
import { isUpsideDown } from './is-upside-down.ts';
import { createLineReader, type LineReader } from './line-reader.ts';
import { type OcrModels, ocrModels } from './ocr-models.ts';
import { rectifyCard } from './rectify-card.ts';
import { cardSearch } from './settings.ts';

export interface Print {
  readonly lines: readonly PrintedLine[];
  readonly stages: { readonly rectify: number; readonly detectText: number; readonly recognizeText: number };
}

/**
 * Reads the printed text of one side, whichever way round the card lies in the photo, until no further line can change how
 * it compares with `fields` or what it is said to be; without SPECIMEN on it, that is all of it. Times in milliseconds.
 */
export async function readPrint(
  photo: Photo,
  fields: DocumentFields | undefined,
  isEnough: typeof isSettled = isSettled,
): Promise<Print> {
  const [cv, models] = await Promise.all([openCv(), ocrModels()]);
  return withMatsHeld(async (keep) => {
    const started = performance.now();
    const card = keep(rectifyCard(cv, await decodeColor(photo.jpeg, cardSearch.decodeSide)).card);
    const rectified = performance.now();
    const { image, boxes } = await levelText(cv, models, keep, card);
    const detected = performance.now();
    const reader = createLineReader(cv, models, image);
    const lines = await readUntil(isEnough, reader, boxes, fields);
    return {
      lines,
      stages: {
        rectify: rectified - started,
        detectText: detected - rectified,
        recognizeText: performance.now() - detected,
      },
    };
  });
}

/** Finds text; where most of it stands on end (a card without an outline, photographed sideways) turns it level. */
async function levelText(
  cv: OpenCv,
  models: OcrModels,
  keep: KeepMat,
  image: Mat,
): Promise<{ image: Mat; boxes: TurnedBox[] }> {
  const boxes = await detectText(cv, models, image);
  const onEnd = boxes.filter((box) => box.height > box.width).length;
  if (onEnd <= boxes.length / 2) return { image, boxes };
  const level = keep(new cv.Mat());
  cv.rotate(image, level, cv.ROTATE_90_COUNTERCLOCKWISE);
  return { image: level, boxes: await detectText(cv, models, level) };
}

async function readUntil(
  isEnough: typeof isSettled,
  reader: LineReader,
  boxes: readonly TurnedBox[],
  fields: DocumentFields | undefined,
): Promise<PrintedLine[]> {
  const way = (await isUpsideDown(reader, boxes)) ? 'over' : 'upright';
  const lines = boxes.map((box) => reader.known(box, way));
  for (;;) {
    const withText = lines.filter(({ text }) => text !== '');
    const next = isEnough(fields, withText) ? undefined : likeliestLine(fields, withText);
    const box = next && boxes[lines.indexOf(next)];
    if (!box) return withText.filter(({ text }) => text !== UNREAD);
    lines[lines.indexOf(next)] = await reader.read(box, way);
  }
}
