import type { ComparedField, DocumentFields } from '../../document/index.ts';
import { linesUnderStreet } from './compare-address.ts';
import { compareDate, compareNumber, isNumber } from './compare-numbers.ts';
import { saysAamvaCard, saysSpecimen } from './print-kind.ts';
import { labeledTexts } from './print-labels.ts';
import { isDate } from './printed-date.ts';
import { alignedNeighbor, type PrintedLine, rightOf, UNREAD } from './printed-line.ts';
import { printOrder } from './settings.ts';
import { openFields } from './settled.ts';

/**
 * Which line to read next: one that stands beside something read and so may belong to it, else the one that looks most like
 * what is still wanted. It decides how soon a page is settled, and never what is concluded from it.
 */
export function likeliestLine(
  fields: DocumentFields | undefined,
  lines: readonly PrintedLine[],
): PrintedLine | undefined {
  const open = openFields(fields, lines);
  const beside = fields && open.flatMap((field) => besideWhatIsRead(field, fields, lines))[0];
  if (beside) return beside;
  const unread = lines.filter(isUnread);
  const lengths = fields ? open.map((field) => printedLength(field, fields)) : [];
  if (!saysAamvaCard(lines)) lengths.push(printOrder.kindLength);
  const tallest = Math.max(...unread.map(({ height }) => height));
  const looksForSpecimen = !saysSpecimen(lines); // the largest print, however long
  const unlikeness = (line: PrintedLine) =>
    Math.log(tallest / line.height) + (looksForSpecimen ? 0 : unlikeLength(line, lengths));
  return unread.sort((a, b) => unlikeness(a) - unlikeness(b))[0];
}

const isUnread = ({ text }: PrintedLine) => text === UNREAD;

/** Unread lines that a label which was read points at, or that may be the label of a value which was read. */
function besideWhatIsRead(
  field: ComparedField,
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): PrintedLine[] {
  switch (field) {
    case 'birthDate':
    case 'expiryDate': {
      const date = fields[field] ?? '';
      const says = (line: PrintedLine) => compareDate(date, field, fields, [line]) === 'same';
      return [...unreadValues(field, lines, isDate), ...unreadLabels(lines, says)];
    }
    case 'documentNumber': {
      const says = (line: PrintedLine) => compareNumber(fields.documentNumber, [line]) === 'same';
      return [...unreadValues(field, lines, isNumber), ...unreadLabels(lines, says)];
    }
    case 'postalCode':
      return linesUnderStreet(fields, lines).filter(isUnread);
    default:
      return [];
  }
}

function unreadValues(
  field: 'birthDate' | 'expiryDate' | 'documentNumber',
  lines: readonly PrintedLine[],
  isValue: (text: string) => boolean,
): PrintedLine[] {
  const values = new Set<object>(labeledTexts(field, lines, isValue));
  return lines.filter((line) => isUnread(line) && values.has(line));
}

/** The lines on the left of a value or over it, nearest first. */
function unreadLabels(lines: readonly PrintedLine[], isValue: (line: PrintedLine) => boolean): PrintedLine[] {
  return lines.filter(isValue).flatMap((value) => {
    const away = (line: PrintedLine) => Math.hypot(line.x - value.x, line.y - value.y);
    return lines
      .filter(isUnread)
      .filter((line) => rightOf(line, [value]).length > 0 || alignedNeighbor(line, lines, 1) === value)
      .sort((a, b) => away(a) - away(b));
  });
}

function printedLength(field: ComparedField, fields: DocumentFields): number {
  switch (field) {
    case 'birthDate':
    case 'expiryDate':
      return 'MM/DD/CCYY'.length;
    case 'givenName':
      return [fields.givenName, fields.middleName].filter(Boolean).join(' ').length;
    case 'postalCode':
      return [fields.city, fields.state, fields.postalCode].join(' ').length;
    case 'issuer':
      return 0; // no line of it is looked for
    default:
      return fields[field]?.length ?? 0;
  }
}

/** How far a line's length is from that of the nearest of some numbers of characters, as a ratio's logarithm. */
function unlikeLength({ width, height }: PrintedLine, lengths: readonly number[]): number {
  const { characterWidth } = printOrder;
  return Math.min(
    ...lengths.map((length) => Math.abs(Math.log(width / height / (characterWidth * (length + 1))))),
  );
}
