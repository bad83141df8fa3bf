import type { Mat } from '@techstark/opencv-js';
import type { Corners, DocumentFields } from '../document/index.ts';
import {
  type KeepMat,
  type OpenCv,
  openCv,
  type Pixels,
  type TurnedBox,
  withMatsHeld,
} from '../image/index.ts';
import {
  isSettled,
  likeliestLine,
  type Page,
  type PrintedLine,
  saysOwnDate,
  UNREAD,
} from './compare/index.ts';
import { detectText } from './detect-text.ts';
import { isUpsideDown } from './is-upside-down.ts';
import { createLineReader, type LineReader, type Way } from './line-reader.ts';
import { type OcrModels, ocrModels } from './ocr-models.ts';
import { rectifyCard } from './rectify-card.ts';

export interface Print {
  readonly lines: readonly PrintedLine[];
  readonly page: Page;
  readonly stages: { readonly rectify: number; readonly detectText: number; readonly recognizeText: number };
}

/**
 * Reads the printed text of one side, whichever way round the card lies in the photo, until no further line can change how
 * it compares with `fields` or what it is said to be; without SPECIMEN on it, that is all of it. Times in milliseconds.
 */
export async function readPrint(
  photo: Pixels,
  fields: DocumentFields | undefined,
  isEnough: typeof isSettled = isSettled,
): Promise<Print> {
  const [cv, models] = await Promise.all([openCv(), ocrModels()]);
  return withMatsHeld(async (keep) => {
    const started = performance.now();
    const found = rectifyCard(cv, photo);
    const rectified = performance.now();
    const { image, boxes, corners } = await levelText(cv, models, keep, { ...found, card: keep(found.card) });
    const detected = performance.now();
    const reader = createLineReader(cv, models, image);
    const isProof = (line: PrintedLine) => fields !== undefined && saysOwnDate(fields, line);
    const way = (await isUpsideDown(reader, boxes, isProof)) ? 'over' : 'upright';
    const lines = await readUntil(isEnough, reader, boxes, way, fields);
    const linesAtEdge = boxes.filter((box) => reachesEdge(box, image)).length;
    const page = { lines: boxes.length, linesAtEdge, corners: way === 'over' ? turned(corners, 2) : corners };
    return {
      lines,
      page,
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
  { card, corners }: { readonly card: Mat; readonly corners: Corners },
): Promise<{ image: Mat; boxes: TurnedBox[]; corners: Corners }> {
  const boxes = await detectText(cv, models, card);
  const onEnd = boxes.filter((box) => box.height > box.width).length;
  if (onEnd <= boxes.length / 2) return { image: card, boxes, corners };
  const level = keep(new cv.Mat());
  cv.rotate(card, level, cv.ROTATE_90_COUNTERCLOCKWISE);
  return { image: level, boxes: await detectText(cv, models, level), corners: turned(corners, 1) };
}

function reachesEdge({ center, width }: TurnedBox, { cols }: Mat): boolean {
  const near = cols * 0.004;
  return center.x - width / 2 < near || center.x + width / 2 > cols - near;
}

/** The corners as they are named after so many quarter turns to the left. */
const turned = ([a, b, c, d]: Corners, quarters: 1 | 2): Corners =>
  quarters === 1 ? [b, c, d, a] : [c, d, a, b];

async function readUntil(
  isEnough: typeof isSettled,
  reader: LineReader,
  boxes: readonly TurnedBox[],
  way: Way,
  fields: DocumentFields | undefined,
): Promise<PrintedLine[]> {
  const lines = boxes.map((box) => reader.known(box, way));
  for (;;) {
    const withText = lines.filter(({ text }) => text !== '');
    const next = isEnough(fields, withText) ? undefined : likeliestLine(fields, withText);
    const box = next && boxes[lines.indexOf(next)];
    if (!box) return withText.filter(({ text }) => text !== UNREAD);
    lines[lines.indexOf(next)] = await reader.read(box, way);
  }
}
