import type { DocumentFields } from '../../document/index.ts';
import { type Agreement, best, compareExact } from './compare-values.ts';
import { type LabeledText, labeledTexts, part } from './print-labels.ts';
import { datesIn, inOrderOf, isDate } from './printed-date.ts';
import { folded, type PrintedLine } from './printed-line.ts';

const agrees = (agreement: Agreement) => agreement === 'same' || agreement === 'close';

export type DateField = 'birthDate' | 'expiryDate';

export function compareDate(
  iso: string,
  field: DateField,
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement {
  const labeled = compareLabeledDates(iso, field, fields, lines);
  if (labeled.length > 0) return best(labeled);
  const anywhere = lines.flatMap(datesIn).map((value) => compareDates(iso, value));
  return best(anywhere.filter(agrees));
}

/** How each date beside the field's label compares. One of them the same is enough, whatever others stand there. */
export function compareLabeledDates(
  iso: string,
  field: DateField,
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement[] {
  // A date beside the wrong label is still one of the document's own dates: then the label was misplaced, not the date.
  const others = [fields.birthDate, fields.issueDate, fields.expiryDate].flatMap((other) =>
    other !== undefined && other !== iso ? [other] : [],
  );
  return labeledTexts(field, lines, isDate)
    .flatMap((value) => datesIn(value).slice(0, 1))
    .filter((value) => !others.some((other) => folded(inOrderOf(value.text, other)) === folded(value.text)))
    .map((value) => compareDates(iso, value));
}

const compareDates = (iso: string, printed: LabeledText): Agreement =>
  compareExact(inOrderOf(printed.text, iso), printed);

/** Whether a line says one of the document's own dates: read upside down, no date is another. */
export function saysOwnDate(fields: DocumentFields, line: PrintedLine): boolean {
  const own = [fields.birthDate, fields.issueDate, fields.expiryDate].flatMap((date) => date ?? []);
  return own.some((date) => datesIn(line).some((found) => compareDates(date, found) === 'same'));
}

/** A license number has four digits or more; letters and dashes may stand among them. */
export const isNumber = (text: string) => (text.match(/\d/g)?.length ?? 0) >= 4 && !/\d[/.]\d/.test(text);

export function compareNumber(expected: string, lines: readonly PrintedLine[]): Agreement {
  const labeled = compareLabeledNumbers(expected, lines);
  if (labeled.length > 0) return best(labeled);
  const wanted = folded(expected);
  if (wanted.length < 5) return 'unread';
  return lines.some((line) => folded(line.text).includes(wanted)) ? 'same' : 'unread';
}

/** How each number beside its label compares. One of them the same is enough, whatever others stand there. */
export function compareLabeledNumbers(expected: string, lines: readonly PrintedLine[]): Agreement[] {
  return labeledTexts('documentNumber', lines, isNumber).map((value) =>
    compareExact(expected, numberIn(value)),
  );
}

/** The number that a text begins with. */
export function numberIn(value: LabeledText): LabeledText {
  const [first] = /^[A-Z0-9*-]+(?: [A-Z0-9*-]*\d[A-Z0-9*-]*)*/i.exec(value.text.trimStart()) ?? [value.text];
  return part(value, value.text.indexOf(first), value.text.indexOf(first) + first.length);
}
