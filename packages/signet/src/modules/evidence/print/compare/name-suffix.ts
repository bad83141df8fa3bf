import { part } from './print-labels.ts';
import type { PrintedLine } from './printed-line.ts';

/** At the end of a line of names, behind a space or a comma; OCR takes 1 for I and drops the dot. */
const SUFFIX = /(?<=\p{L})[ ,]+(JR|SR|[1-9](?:ST|ND|RD|TH)|[I1]{2,3}|[I1]?V|V?[I1]{1,3}|[I1]X)\.?$/iu;

/**
 * A line of names without the suffix at its end: it stands behind the family name on one card and behind the given ones
 * on another, and some barcodes leave it out. One that is not the suffix that the barcode states stays, and differs.
 */
export function withoutSuffix(line: PrintedLine, stated: string | undefined): PrintedLine {
  const [whole, suffix] = SUFFIX.exec(line.text) ?? [];
  if (whole === undefined || suffix === undefined) return line;
  if (stated !== undefined && asRead(suffix) !== asRead(stated)) return line;
  return { ...line, ...part(line, 0, line.text.length - whole.length) };
}

const asRead = (suffix: string): string => suffix.toUpperCase().replaceAll('1', 'I');
