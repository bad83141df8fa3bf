import type { DocumentFields } from '../document/index.ts';
import type { Pixels, TurnedBox } from '../image/index.ts';
import {
  isSettled,
  likeliestLine,
  type Page,
  type PrintedLine,
  saysOwnDate,
  UNREAD,
} from './compare/index.ts';
import { isUpsideDown } from './is-upside-down.ts';
import type { LineReader, Way } from './line-reader.ts';
import { type OpenPage, withPage } from './open-page.ts';

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
  return withPage(photo, async ({ image, boxes, reader, corners, stages }) => {
    const started = performance.now();
    const isProof = (line: PrintedLine) => fields !== undefined && saysOwnDate(fields, line);
    const way = (await isUpsideDown(reader, boxes, isProof)) ? 'over' : 'upright';
    const next = (lines: readonly PrintedLine[]) =>
      isEnough(fields, lines) ? undefined : likeliestLine(fields, lines);
    const lines = await readLines(reader, boxes, way, next);
    const linesAtEdge = boxes.filter((box) => reachesEdge(box, image)).length;
    const page = { lines: boxes.length, linesAtEdge, corners: corners(way) };
    return { lines, page, stages: { ...stages, recognizeText: performance.now() - started } };
  });
}

function reachesEdge({ center, width }: TurnedBox, { cols }: OpenPage['image']): boolean {
  const near = cols * 0.004;
  return center.x - width / 2 < near || center.x + width / 2 > cols - near;
}

/** Reads the line that `next` names of those found, until it names none. */
export async function readLines(
  reader: LineReader,
  boxes: readonly TurnedBox[],
  way: Way,
  next: (lines: readonly PrintedLine[]) => PrintedLine | undefined,
): Promise<PrintedLine[]> {
  const lines = boxes.map((box) => reader.known(box, way));
  for (;;) {
    const withText = lines.filter(({ text }) => text !== '');
    const wanted = next(withText);
    const box = wanted && boxes[lines.indexOf(wanted)];
    if (!box) return withText.filter(({ text }) => text !== UNREAD);
    lines[lines.indexOf(wanted)] = await reader.read(box, way);
  }
}
