import type { Mat } from '@techstark/opencv-js';
import { cropTurned, type OpenCv, type Pixels, toMat, toPixels, withMats } from '../../image/index.ts';
import { asPlanes, type OcrModels } from '../ocr-models.ts';
import type { OpenPage } from '../open-page.ts';
import { textRecognition } from '../settings.ts';
import { pitchOf, type ReadCharacter, type ReadLine, toCells } from './cells.ts';
import type { Zone, ZoneLine } from './find-zone.ts';
import { zoneReading } from './settings.ts';

/** ICAO 9303-3, 4.3: nothing else stands in a zone. */
const ALPHABET = /^[A-Z0-9<]$/;

const zoneClasses = new WeakMap<OcrModels, readonly number[]>();

function classesOf(models: OcrModels): readonly number[] {
  const known = zoneClasses.get(models);
  if (known) return known;
  const classes = models.characters.flatMap((character, index) =>
    character === '' || ALPHABET.test(character) ? [index] : [],
  );
  zoneClasses.set(models, classes);
  return classes;
}

/**
 * Reads a zone as so many lines of so many equal cells, at the sizes that were measured, until `isRight` says that a reading
 * adds up; the last one otherwise. Undefined where the characters found do not make such lines.
 */
export async function readZone(
  page: OpenPage,
  zone: Zone,
  cells: number,
  isRight: (lines: readonly string[]) => boolean,
): Promise<readonly string[] | undefined> {
  const from = Math.min(...zone.lines.map((line) => line.left));
  const to = Math.max(...zone.lines.map((line) => line.right));
  // detection leaves out the fillers at the end: then the lines are longer than they seem
  let pitch = Math.max((to - from) / cells, zone.pitch);
  let last: readonly string[] | undefined;
  for (const cellWidth of zoneReading.cellWidths) {
    const read: ReadLine[] = [];
    for (const line of zone.lines)
      read.push(
        await recognizeCharacters(page.models, cutLine(page, zone, line, { cells, pitch, cellWidth })),
      );
    const lines = read.map((line) => toCells(line, cells));
    if (lines.every((line) => line !== undefined)) {
      last = lines;
      if (isRight(lines)) return lines;
    }
    // the line's end may not have been found, and then the first cells are narrower than was thought
    const measured = Math.max(...read.map(({ characters }) => pitchOf(characters) ?? 0));
    pitch *= measured * (cells + 2 * zoneReading.margin) || 1;
  }
  return last;
}

/** One line from before its first cell to behind its last, stretched so that each cell has its width. */
function cutLine(
  { cv, image }: OpenPage,
  { way, lines }: Zone,
  { angle, left, y, height }: ZoneLine,
  { cells, pitch, cellWidth }: { readonly cells: number; readonly pitch: number; readonly cellWidth: number },
): Pixels {
  const from = Math.min(...lines.map((line) => line.left));
  const width = (cells + 2 * zoneReading.margin) * pitch;
  const middle = from - zoneReading.margin * pitch + width / 2;
  const slope = Math.tan((angle * Math.PI) / 180);
  const center = { x: middle, y: y + slope * (middle - left) };
  const box =
    way === 'upright'
      ? { angle, center, width, height }
      : { angle: angle + 180, center: { x: image.cols - center.x, y: image.rows - center.y }, width, height };
  const cut = cropTurned(cv, image, box, Math.round(width));
  return stretched(cv, cut, Math.round((cells + 2 * zoneReading.margin) * cellWidth));
}

function stretched(cv: OpenCv, cut: Pixels, width: number): Pixels {
  return withMats((keep) => {
    const target: Mat = keep(new cv.Mat());
    const size = new cv.Size(width, textRecognition.lineHeight);
    cv.resize(keep(toMat(cv, cut)), target, size, 0, 0, cv.INTER_CUBIC);
    return toPixels(target);
  });
}

const HALF = [0.5, 0.5, 0.5] as const;

/** CTC, as `recognize-text.ts` has it, with where each character stands. */
async function recognizeCharacters(models: OcrModels, strip: Pixels): Promise<ReadLine> {
  const { data, dims } = await models.recognize(asPlanes(strip, HALF, HALF));
  const [steps = 0, classCount = 0] = dims.slice(1);
  const likeliest = (step: number, classes: readonly number[]): number => {
    let [index, probability] = [0, -1];
    for (const candidate of classes) {
      const value = data[step * classCount + candidate] ?? 0;
      if (value > probability) [index, probability] = [candidate, value];
    }
    return index;
  };
  const all = classesOf(models);
  const letters = all.filter((index) => index !== 0);
  const characters: ReadCharacter[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    const index = likeliest(step, all);
    if (index !== 0 && index !== previous)
      characters.push({ character: models.characters[index] ?? '', at: step / steps });
    previous = index;
  }
  const likeliestAt = (at: number) => models.characters[likeliest(Math.round(at * steps), letters)] ?? '';
  return { characters, likeliestAt };
}
