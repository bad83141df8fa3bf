import { z } from 'zod';
import { type LabeledText, part } from '../print/index.ts';

/** English, French and Spanish beginnings of a month, as travel documents of the Americas print them. */
const MONTHS: readonly RegExp[] = [
  /^(?:JAN|ENE)/,
  /^(?:F[EÉ][BV])/,
  /^MAR/,
  /^(?:A[PV]R|ABR)/,
  /^MA[IY]/,
  /^(?:JUN|JUIN)/,
  /^(?:JUL|JUIL)/,
  /^(?:AUG|AGO|AO[UÛ])/,
  /^SEP/,
  /^(?:OCT|0CT)/,
  /^NOV/,
  /^(?:DEC|D[EÉ]C|DIC)/,
];

/** 24 AUG 1997, 24AUG1997, 02 NOV/NOV 1989: the month in letters, so that no order of numbers is guessed at. */
const WORDED = /([0-9OIl]{1,2})[ .\-/]*([A-ZÀ-Ý0]{3,9})[A-ZÀ-Ý./ -]*?((?:19|20|I9|2O)[0-9OIl]{2})(?![0-9])/i;
/** 24.08.1997 and 24/08/1997: day first, as outside the United States. */
const NUMBERED = /([0-9OIl]{2})([./-])([0-9OIl]{2})\2((?:19|20)[0-9OIl]{2})(?![0-9])/;

/** The date in a text as CCYYMMDD digits, with how surely its characters were read; undefined where there is none. */
export function dateIn(text: LabeledText): LabeledText | undefined {
  const worded = WORDED.exec(text.text);
  const numbered = NUMBERED.exec(text.text);
  const [day, month, year, match] = worded
    ? [worded[1], monthOf(worded[2] ?? ''), worded[3], worded]
    : [numbered?.[1], digits(numbered?.[3] ?? ''), numbered?.[4], numbered];
  if (!match || !day || !month || !year) return undefined;
  const { certainty } = part(text, match.index, match.index + match[0].length);
  return { text: `${digits(year)}${month}${digits(day).padStart(2, '0')}`, certainty };
}

/** CCYYMMDD as an ISO date; undefined where it is no day of any calendar. */
export function isoDate(digits: string): string | undefined {
  const date = z.iso.date().safeParse(digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
  return date.success ? date.data : undefined;
}

const digits = (text: string): string => text.replaceAll(/O/gi, '0').replaceAll(/[Il]/g, '1');

function monthOf(word: string): string | undefined {
  const at = MONTHS.findIndex((month) => month.test(word.toUpperCase()));
  return at < 0 ? undefined : String(at + 1).padStart(2, '0');
}
