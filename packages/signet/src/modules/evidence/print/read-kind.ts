import type { Pixels } from '../image/index.ts';
import { type PrintedLine, printedKind, UNREAD } from './compare/index.ts';
import { type Print, readPrint } from './read-print.ts';
import { quickReading } from './settings.ts';

/** Reads only until the print says what it is the print of, and no more than some lines. */
export const readKind = (photo: Pixels): Promise<Print> => readPrint(photo, undefined, isKnownOrUnlikely);

const isKnownOrUnlikely = (_fields: unknown, lines: readonly PrintedLine[]): boolean => {
  const read = lines.filter(({ text }) => text !== UNREAD);
  return printedKind(read) !== 'unknown' || read.length >= quickReading.lines;
};
