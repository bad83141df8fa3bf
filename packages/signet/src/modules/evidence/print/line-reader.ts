import type { Mat } from '@techstark/opencv-js';
import type { OpenCv, TurnedBox } from '../image/index.ts';
import { type PrintedLine, UNREAD } from './compare/index.ts';
import type { OcrModels } from './ocr-models.ts';
import { recognizeText } from './recognize-text.ts';

/** How the card lies: the right way up, or turned over by half a turn. */
export type Way = 'upright' | 'over';

/** Reads the lines of one card, each at most once either way up. */
export interface LineReader {
  read(box: TurnedBox, way: Way): Promise<PrintedLine>;
  /** The line as far as it was read. */
  known(box: TurnedBox, way: Way): PrintedLine;
}

export function createLineReader(cv: OpenCv, models: OcrModels, image: Mat): LineReader {
  const read = { upright: new Map<TurnedBox, PrintedLine>(), over: new Map<TurnedBox, PrintedLine>() };
  const place = ({ center: { x, y }, width, height }: TurnedBox, way: Way) =>
    way === 'upright' ? { x, y, width, height } : { x: image.cols - x, y: image.rows - y, width, height };
  return {
    async read(box, way) {
      const known = read[way].get(box);
      if (known) return known;
      const turned = way === 'upright' ? box : { ...box, angle: box.angle + 180 };
      const { text, certainty } = await recognizeText(cv, models, image, turned);
      const line = { text, certainty, ...place(box, way) };
      read[way].set(box, line);
      return line;
    },
    known: (box, way) => read[way].get(box) ?? { text: UNREAD, certainty: [], ...place(box, way) },
  };
}
