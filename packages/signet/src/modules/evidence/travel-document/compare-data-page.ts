import {
  type ComparedField,
  comparedFields,
  type DocumentFields,
  type FieldComparison,
} from '../document/index.ts';
import type { MrzReading } from '../mrz/index.ts';
import {
  type Agreement,
  bare,
  best,
  compareExact,
  compareWords,
  type LabeledText,
  type PrintedLine,
  withoutSuffix,
} from '../print/index.ts';
import { compareIssuers } from './compare-issuer.ts';
import type { DataPageField } from './data-page-labels.ts';
import { valuesOf } from './labeled-values.ts';
import { dateIn, isoDate } from './printed-dates.ts';
import { spellingsOf } from './printed-names.ts';
import { dataPage } from './settings.ts';

/**
 * Compares what a zone states with what its page prints (A18), field by field, each beside its own label: on a data page
 * every field has one, so that what stands elsewhere bears nothing out.
 */
export function compareDataPage(reading: MrzReading, lines: readonly PrintedLine[]): FieldComparison[] {
  const { fields, issuerId } = reading;
  const found: Partial<Record<ComparedField, Agreement>> = {
    familyName: together(labeledNames('familyName', reading, lines)),
    ...(fields.givenName !== '' && { givenName: together(labeledNames('givenName', reading, lines)) }),
    birthDate: together(labeledDates('birthDate', fields.birthDate, fields, lines)),
    documentNumber: together(labeledNumbers(fields.documentNumber, lines)),
    ...(fields.expiryDate && {
      expiryDate: together(labeledDates('expiryDate', fields.expiryDate, fields, lines)),
    }),
    issuer: together(compareIssuers(issuerId, lines)),
  };
  return comparedFields.flatMap((field) => {
    const agreement = found[field];
    return agreement === undefined ? [] : [{ field, agreement }];
  });
}

/**
 * Of several values beside labels of one field: a clear contradiction is not taken back by another that agrees, for whoever
 * forges a zone can print labels and values that bear it out beside those that stand on the page.
 */
const together = (agreements: readonly Agreement[]): Agreement =>
  agreements.includes('differs') ? 'differs' : best(agreements);

/** How each name beside its label compares, however the zone spelled or cut it. */
function labeledNames(
  field: 'familyName' | 'givenName',
  { fields, isTruncated }: MrzReading,
  lines: readonly PrintedLine[],
): Agreement[] {
  const stated =
    field === 'familyName'
      ? fields.familyName
      : [fields.givenName, fields.middleName].filter(Boolean).join(' ');
  const wanted = bare(stated);
  const unsuffixed = lines.map((line) => withoutSuffix(line, fields.suffix));
  return valuesOf(field, unsuffixed, isName).map((printed) => {
    const spellings = spellingsOf(printed.text);
    if (spellings.includes(wanted)) return 'same';
    if (isTruncated && spellings.some((one) => one.startsWith(wanted))) return 'close';
    return best(spellings.map((text) => compareWords(stated, { ...printed, text })));
  });
}

/** Two letters at least, or the page's own words are taken for a name. */
export const isName = (text: string): boolean => /^[^\d<]{2,}$/.test(text) && /[A-ZÀ-Þ]{2}/.test(text);

/** How each date beside the field's label compares; another of the document's own dates was put beside a wrong label. */
export function labeledDates(
  field: Extract<DataPageField, 'birthDate' | 'expiryDate'>,
  iso: string,
  { birthDate, expiryDate }: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement[] {
  const digits = (date: string) => date.replaceAll('-', '');
  const others = [birthDate, expiryDate].flatMap((date) => (date && date !== iso ? digits(date) : []));
  return valuesOf(field, lines, (text) => dateIn(asText(text)) !== undefined)
    .flatMap((value) => dateIn(value) ?? [])
    .filter(({ text }) => !others.includes(text))
    .map((value) => compareExact(digits(iso), value));
}

const asText = (text: string): LabeledText => ({ text, certainty: [] });

/** Six signs and more, most of them digits. */
export const isNumber = (text: string): boolean =>
  /^[A-Z0-9 ]{6,}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 4;

export const labeledNumbers = (number: string, lines: readonly PrintedLine[]): Agreement[] =>
  valuesOf('documentNumber', lines, isNumber).map((value) => compareExact(number, value));

/** The day of issue, which no zone states; undefined where it was not read for sure. Of several the last one counts. */
export function printedIssueDate(lines: readonly PrintedLine[]): string | undefined {
  const dates = valuesOf('issueDate', lines, (text) => dateIn(asText(text)) !== undefined)
    .flatMap((value) => dateIn(value) ?? [])
    .filter(({ certainty }) => Math.min(...certainty) >= dataPage.leastSure)
    .flatMap(({ text }) => isoDate(text) ?? []);
  return dates.sort().at(-1);
}
