import type { MrzReading } from '../mrz/index.ts';
import { bare, type LabeledText } from '../print/index.ts';
import { withMarks } from './lost-marks.ts';
import { dataPage } from './settings.ts';

/**
 * How a letter that the zone cannot hold may be written in it (ICAO 9303-3, part 6.A), beside the letter without its mark, as
 * many issuers do. Letters that no other than the bare one stands for are left out.
 */
const TRANSLITERATED: Readonly<Record<string, readonly string[]>> = {
  Ä: ['AE', 'A'],
  Å: ['AA', 'A'],
  Æ: ['AE'],
  Ð: ['D'],
  Đ: ['D'],
  Ñ: ['N', 'NXX'],
  Ö: ['OE', 'O'],
  Ø: ['OE', 'O'],
  Œ: ['OE'],
  Þ: ['TH'],
  Ü: ['UE', 'UXX', 'U'],
  ẞ: ['SS'],
  Ĳ: ['IJ'],
};

/** More spellings than this of one name would be work for nothing. */
const mostSpellings = 64;

/** Every way in which the zone may spell a printed name, capitals alone. */
export function spellingsOf(printed: string): readonly string[] {
  let spellings = [''];
  for (const letter of printed.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase()) {
    const forms = TRANSLITERATED[letter] ?? [bare(letter)];
    const next = spellings.flatMap((before) => forms.map((form) => before + form));
    spellings = next.length > mostSpellings ? spellings.map((before) => before + (forms[0] ?? '')) : next;
  }
  return spellings;
}

/**
 * The name as it is given on: as print spells it where the zone had no room or no letter for it, and as the zone has it
 * otherwise, for OCR loses the spaces of print.
 */
export function spelledName(
  stated: string,
  printed: LabeledText | undefined,
  { isTruncated, issuerId }: Pick<MrzReading, 'isTruncated' | 'issuerId'>,
): string {
  if (!printed) return stated;
  const wanted = bare(stated);
  const words = (text: string) => text.split(/[\s-]+/).length;
  const isWhole = spellingsOf(printed.text).includes(wanted);
  if (words(printed.text) === words(stated)) {
    if (isWhole) return /[^\x20-\x7e]/.test(printed.text) ? printed.text : stated;
    const marked = isSure(printed) ? withMarks(printed.text, wanted, issuerId) : undefined;
    if (marked) return marked;
  }
  const isCut = isTruncated && spellingsOf(printed.text).some((one) => one.startsWith(wanted));
  return isCut && !isWhole ? printed.text : stated;
}

const isSure = ({ certainty }: LabeledText): boolean => Math.min(...certainty) >= dataPage.leastSure;
