import type { Mat } from '@techstark/opencv-js';
import { cropTurned, type OpenCv, type TurnedBox } from '../image/index.ts';
import { asPlanes, type NetworkOutput, type OcrModels } from './ocr-models.ts';
import { textRecognition } from './settings.ts';

export interface RecognizedText {
  readonly text: string;
  /** 0..1 for each UTF-16 unit of `text`: how sure the model was of that character. */
  readonly certainty: readonly number[];
  /** Where on the line each stands, from 0 to 1. */
  readonly at: readonly number[];
}

const HALF = [0.5, 0.5, 0.5] as const;

/**
 * What a license or passport prints: ASCII and the accents of names. The model knows 6,600 characters, mostly Chinese,
 * and would find them in a guilloche.
 */
const PRINTED = /^[\u0020-\u007eÀ-ÖØ-öø-ž]$/;

const printedClasses = new WeakMap<OcrModels, readonly number[]>();

function classesOf(models: OcrModels): readonly number[] {
  const known = printedClasses.get(models);
  if (known) return known;
  const classes = models.characters.flatMap((character, index) =>
    character === '' || PRINTED.test(character) ? [index] : [],
  );
  printedClasses.set(models, classes);
  return classes;
}

/** Reads one line of text out of an image. */
export async function recognizeText(
  cv: OpenCv,
  models: OcrModels,
  image: Mat,
  box: TurnedBox,
): Promise<RecognizedText> {
  const { lineHeight, leastWidth, mostWidth } = textRecognition;
  const wanted = Math.round((lineHeight * box.width) / box.height);
  const width = Math.min(mostWidth, Math.max(leastWidth, wanted));
  // The crop's height follows from its width: the box is made exactly as tall as the network's line.
  const line = cropTurned(cv, image, { ...box, height: (box.width * lineHeight) / width }, width);
  return decode(await models.recognize(asPlanes(line, HALF, HALF)), models);
}

/** CTC: the likeliest class of each step, repeats taken once, blanks dropped (Graves et al. 2006). */
function decode({ data, dims }: NetworkOutput, models: OcrModels): RecognizedText {
  const [steps = 0, classCount = 0] = dims.slice(1);
  const classes = classesOf(models);
  const certainty: number[] = [];
  const at: number[] = [];
  let [text, previous] = ['', 0];
  for (let step = 0; step < steps; step++) {
    const { index, probability } = likeliest(data, step * classCount, classes);
    const character = models.characters[index] ?? '';
    const leadingSpace = text === '' && character === ' ';
    if (index !== 0 && index !== previous && !leadingSpace) {
      text += character;
      certainty.push(probability);
      at.push(step / steps);
    }
    previous = index;
  }
  const { length } = text.trimEnd();
  return { text: text.trimEnd(), certainty: certainty.slice(0, length), at: at.slice(0, length) };
}

function likeliest(data: Float32Array, from: number, classes: readonly number[]) {
  let [index, probability] = [0, -1];
  for (const candidate of classes) {
    const value = data[from + candidate] ?? 0;
    if (value > probability) [index, probability] = [candidate, value];
  }
  return { index, probability };
}
