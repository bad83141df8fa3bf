import { type LabeledText, part } from './print-labels.ts';

/** MM/DD/YYYY, as cards of the United States have it, and YYYY/MM/DD, as those of Canada do; digits as OCR takes them. */
const MONTH_FIRST = String.raw`[0-9OIl]{2}(?<sep>[/\-. ]?)[0-9OIl]{2}\k<sep>(?:19|20|I9|2O)[0-9OIl]{2}(?![0-9])`;
const YEAR_FIRST = String.raw`(?<![0-9])(?:19|20|I9|2O)[0-9OIl]{2}(?<by>[/\-. ]?)[0-9OIl]{2}\k<by>[0-9OIl]{2}(?![0-9])`;
const DATE = new RegExp(`${MONTH_FIRST}|${YEAR_FIRST}`, 'g');
const MONTH_FIRST_ALONE = new RegExp(`^${MONTH_FIRST}`);

export const isDate = (text: string) => text.search(DATE) >= 0;

/** Every date in a text, with how surely its characters were read. */
export function datesIn(text: LabeledText): LabeledText[] {
  return [...text.text.matchAll(DATE)].map((match) => part(text, match.index, match.index + match[0].length));
}

/** A date's digits in the order in which a printed one has them. */
export const inOrderOf = (printed: string, iso: string): string =>
  MONTH_FIRST_ALONE.test(printed)
    ? `${iso.slice(5, 7)}${iso.slice(8, 10)}${iso.slice(0, 4)}`
    : iso.replaceAll('-', '');

/** The printed date as `YYYY-MM-DD`, possible or not. */
export function isoOf(printed: string): string {
  const digits = printed.replaceAll('O', '0').replaceAll(/[Il]/g, '1').replaceAll(/\D/g, '');
  const [first, second, third] = MONTH_FIRST_ALONE.test(printed)
    ? [digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)]
    : [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return `${first}-${second}-${third}`;
}
