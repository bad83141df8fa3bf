import type { PrintedKind } from '../../document/index.ts';
import { bare, editDistance, type PrintedLine } from './printed-line.ts';

/** ISO: a TD3 first line, document code P, its type, the issuer, then names and fillers (ICAO 9303-4). */
const PASSPORT_MRZ = /^P[<A-Z][A-Z<]{3}[A-Z<]*<{2}/;

/** What licenses and state IDs in the United States and Canada call themselves, spaces off. */
const LICENSE_WORDS = /DRIVERS?LICEN[CS]E|LICEN[CS]E|IDENTIFICATIONCARD|IDCARD|PERMISDECONDUIRE/;
const LICENSE_LABELS = [/^(?:4D)?DL/, /^(?:3)?D[O0]B/, /^(?:4B)?EXP/, /^(?:4A)?ISS/, /CLASS/, /^(?:12)?REST/];

/** Whether a line says what no passport says: then no other line makes it one. */
export const saysLicense = (lines: readonly PrintedLine[]): boolean =>
  lines.some((line) => LICENSE_WORDS.test(bare(line.text)));

/** What the print says the document is. A license's number labels count where its name was not read. */
export function printedKind(lines: readonly PrintedLine[]): PrintedKind {
  if (saysLicense(lines)) return 'license';
  if (lines.some((line) => PASSPORT_MRZ.test(line.text.replaceAll(' ', '').toUpperCase()))) return 'passport';
  const texts = lines.map((line) => bare(line.text));
  if (texts.some((text) => text.startsWith('PASSPORT'))) return 'passport';
  return LICENSE_LABELS.filter((label) => texts.some((text) => label.test(text))).length >= 3
    ? 'license'
    : 'unknown';
}

const SPECIMEN = 'SPECIMEN';

/** Whether the print says SPECIMEN, one character misread allowed: made-up documents must never pass for real ones. */
export function saysSpecimen(lines: readonly PrintedLine[]): boolean {
  return lines.some(({ text }) => {
    const letters = bare(text);
    for (let at = 0; at + SPECIMEN.length <= Math.max(letters.length, SPECIMEN.length); at++)
      if (editDistance(letters.slice(at, at + SPECIMEN.length), SPECIMEN) <= 1) return true;
    return false;
  });
}
