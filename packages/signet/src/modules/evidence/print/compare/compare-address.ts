import type { DocumentFields } from '../../document/index.ts';
import { findLine } from './compare-names.ts';
import { type Agreement, best, compareExact, compareWords } from './compare-values.ts';
import { type LabeledText, part, withoutLabel } from './print-labels.ts';
import { alignedNeighbor, editDistance, folded, type PrintedLine } from './printed-line.ts';

/** The street where one line is it and nothing more. */
export const compareStreetLine = (street: string, lines: readonly PrintedLine[]): Agreement | undefined =>
  findLine('street', [street], lines)?.agreement;

export function compareStreet(
  street: string,
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement {
  const inOneLine = compareStreetLine(street, lines);
  if (inOneLine) return inOneLine;
  // A long address runs over two lines, or over one with the town.
  const joined = lines.flatMap((line) => {
    const next = alignedNeighbor(line, lines, 1);
    const text = withoutLabel('street', line).text;
    return next ? [folded(text + next.text)] : [folded(text)];
  });
  if (joined.some((text) => text.startsWith(folded(street)))) return 'same';
  const town = townLine(fields, lines);
  const over = town && alignedNeighbor(town, lines, -1);
  const place = over && withoutLabel('street', over);
  return place && /^\d+ ?\D/.test(place.text) ? compareWords(street, place) : 'unread';
}

const townLine = (fields: DocumentFields, lines: readonly PrintedLine[]) =>
  lines.find((line) => postalCodeOf(fields, line));

/** United States: five digits, perhaps four more. Canada: A1A 1A1. */
const FIVE = String.raw`[0-9OIl]{5}(?:\W?\d{4})?`;
const CANADIAN = String.raw`[A-Z0-9]{3}\W?[A-Z0-9]{3}`;
const isCanadian = (code: string | undefined): boolean => code !== undefined && /^[A-Z]/.test(code);

/** What of a code is printed on every card. */
const printedPart = (code: string): string => (isCanadian(code) ? code : code.slice(0, 5));

/** The postal code in the line that ends in the state and it. */
function postalCodeOf(fields: DocumentFields, line: PrintedLine): LabeledText | undefined {
  const state = fields.state ?? '[A-Z]{2}';
  const end = new RegExp(`${state}\\W*(${isCanadian(fields.postalCode) ? CANADIAN : FIVE})\\W*$`, 'i');
  const printed = end.exec(line.text)?.[1]?.replace(/(?<=^[0-9OIl]{5})\W?\d{4}$/, '');
  const at = printed === undefined ? -1 : line.text.lastIndexOf(printed);
  return printed === undefined ? undefined : part(line, at, at + printed.length);
}

export function comparePostalCode(
  code: string,
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement {
  const underStreet = comparePostalCodesUnderStreet(code, fields, lines);
  if (underStreet.length > 0) return best(underStreet);
  const expected = printedPart(code);
  const town = townLine(fields, lines);
  const printed = town && postalCodeOf(fields, town);
  if (printed) return compareExact(expected, printed);
  if (isCanadian(code)) return 'unread';
  // A digit of five got lost: the line still ends almost as it should.
  const wanted = folded(`${fields.state ?? ''}${expected}`);
  const ends = lines.map((line) => folded(line.text)).filter((text) => /\d{4}$/.test(text));
  return ends.some((text) => editDistance(text.slice(1 - wanted.length), wanted) <= 1) ? 'close' : 'unread';
}

/** How each code right under the holder's street compares: other addresses may stand on the card as well. */
export function comparePostalCodesUnderStreet(
  code: string,
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement[] {
  return linesUnderStreet(fields, lines).flatMap((line) => {
    const printed = postalCodeOf(fields, line);
    return printed ? [compareExact(printedPart(code), printed)] : [];
  });
}

/** The lines right under the holder's street, where the town stands. */
export function linesUnderStreet({ street }: DocumentFields, lines: readonly PrintedLine[]): PrintedLine[] {
  if (street === undefined) return [];
  return lines
    .filter((line) => compareWords(street, withoutLabel('street', line)) === 'same')
    .flatMap((line) => alignedNeighbor(withoutLabelsPlace(line), lines, 1) ?? []);
}

/** A street's line without the label that it was found as one with: the town begins under the street itself. */
function withoutLabelsPlace(line: PrintedLine): PrintedLine {
  const { text } = withoutLabel('street', line);
  const label = (line.width * (line.text.length - text.length)) / line.text.length;
  return { ...line, text, x: line.x + label / 2, width: line.width - label };
}
