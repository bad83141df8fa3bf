import { type PrintedLine, UNREAD } from '../print/index.ts';

/** Which line to read next: the tallest that is unread, for titles and values are taller than labels. */
export const unreadLine = (lines: readonly PrintedLine[]): PrintedLine | undefined =>
  lines
    .filter(({ text }) => text === UNREAD)
    .reduce<PrintedLine | undefined>(
      (tallest, line) => (tallest && tallest.height >= line.height ? tallest : line),
      undefined,
    );
