import type { MrzReading } from '../mrz/index.ts';
import { alignedNeighbor, bare, type PrintedLine, UNREAD } from '../print/index.ts';
import { isNumber } from './compare-data-page.ts';
import { dateIn } from './printed-dates.ts';

/**
 * Which line to read next: the label over a value that was read, else the tallest, for titles, SPECIMEN and values are
 * taller than labels. It decides how soon a page is settled, and never what is concluded from it.
 */
export function nextLine(
  reading: MrzReading | undefined,
  lines: readonly PrintedLine[],
): PrintedLine | undefined {
  const labels = lines
    .filter((line) => isValue(reading, line))
    .flatMap((value) => alignedNeighbor(value, lines, -1) ?? []);
  const unread = lines.filter(isUnread).sort((a, b) => b.height - a.height);
  return labels.find(isUnread) ?? unread[0];
}

const isUnread = ({ text }: PrintedLine) => text === UNREAD;

function isValue(reading: MrzReading | undefined, line: PrintedLine): boolean {
  if (dateIn(line) || isNumber(line.text)) return true;
  const { familyName = '', givenName = '' } = reading?.fields ?? {};
  const text = bare(line.text);
  return [familyName, givenName].some((name) => name !== '' && text.startsWith(bare(name)));
}
