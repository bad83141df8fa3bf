import { cropTurned, decodeColor, type OpenCv, openCv, type Pixels, type TurnedBox } from '../image/index.ts';
import type { Photo } from '../photo/index.ts';
import { detectText } from './detect-text.ts';
import { type OcrModels, ocrModels } from './ocr-models.ts';
import type { PrintedLine } from './printed-line.ts';
import { type RecognizedText, recognizeText } from './recognize-text.ts';
import { rectifyCard } from './rectify-card.ts';
import { cardSearch } from './settings.ts';

export interface Print {
  readonly lines: readonly PrintedLine[];
  readonly stages: { readonly rectify: number; readonly detectText: number; readonly recognizeText: number };
}

/** Reads all printed text of one side, whichever way round the card lies in the photo; times in milliseconds. */
export async function readPrint(photo: Photo): Promise<Print> {
  const [cv, models] = await Promise.all([openCv(), ocrModels()]);
  const started = performance.now();
  const { card } = rectifyCard(cv, await decodeColor(photo.jpeg, cardSearch.decodeSide));
  const rectified = performance.now();
  const level = await levelText(cv, models, card);
  const detected = performance.now();
  const upright = (await isUpsideDown(cv, models, level)) ? turnedOver(cv, level) : level;
  const lines: PrintedLine[] = [];
  for (const box of upright.boxes)
    lines.push(asLine(box, await recognizeText(cv, models, upright.image, box)));
  return {
    lines: lines.filter((line) => line.text !== ''),
    stages: {
      rectify: rectified - started,
      detectText: detected - rectified,
      recognizeText: performance.now() - detected,
    },
  };
}

interface FoundText {
  readonly image: Pixels;
  readonly boxes: readonly TurnedBox[];
}

const asLine = (box: TurnedBox, read: RecognizedText): PrintedLine => ({
  ...read,
  x: box.center.x,
  y: box.center.y,
  width: box.width,
  height: box.height,
});

/** Finds text; where most of it stands on end (a card without an outline, photographed sideways) turns it level. */
async function levelText(cv: OpenCv, models: OcrModels, image: Pixels): Promise<FoundText> {
  const boxes = await detectText(cv, models, image);
  const onEnd = boxes.filter((box) => box.height > box.width).length;
  if (onEnd <= boxes.length / 2) return { image, boxes };
  const level = turned(cv, image, 90);
  return { image: level, boxes: await detectText(cv, models, level) };
}

function turned(cv: OpenCv, image: Pixels, angle: 90 | 180): Pixels {
  const { width, height } = image;
  const size = angle === 90 ? { width: height, height: width } : { width, height };
  return cropTurned(cv, image, { angle, center: { x: width / 2, y: height / 2 }, ...size }, size.width);
}

/** Lines enough to tell which way up the card lies, and their best length in heights: longer ones cost more than they tell. */
const SAMPLE = { lines: 3, aspect: 8 };

/** A few middling lines, read both ways: upside down the model is unsure of what it sees. */
async function isUpsideDown(cv: OpenCv, models: OcrModels, { image, boxes }: FoundText): Promise<boolean> {
  const offLength = (box: TurnedBox) => Math.abs(box.width / box.height - SAMPLE.aspect);
  const sample = [...boxes].sort((a, b) => offLength(a) - offLength(b)).slice(0, SAMPLE.lines);
  let balance = 0;
  for (const box of sample) {
    const over: TurnedBox = { ...box, angle: box.angle + 180 };
    balance += sureness(await recognizeText(cv, models, image, box));
    balance -= sureness(await recognizeText(cv, models, image, over));
  }
  return balance < 0;
}

const sureness = ({ certainty }: RecognizedText): number =>
  certainty.reduce((sum, one) => sum + one * one, 0);

function turnedOver(cv: OpenCv, { image, boxes }: FoundText): FoundText {
  const over = boxes.map((box) => ({
    ...box,
    center: { x: image.width - box.center.x, y: image.height - box.center.y },
  }));
  return { image: turned(cv, image, 180), boxes: over };
}
