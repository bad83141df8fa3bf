import { readElements } from './aamva-values.ts';

/** DL a driver's license, ID a state ID, EN an enhanced card of either. Issuers' own subfiles (Z?) say nothing we use. */
const HOLDER_SUBFILES = ['DL', 'ID', 'EN'] as const;
export type HolderSubfile = (typeof HOLDER_SUBFILES)[number];

/** One license or ID subfile of an AAMVA barcode, its elements by three-letter id, values trimmed and checked. */
export interface AamvaSubfile {
  readonly issuerId: string;
  readonly version: number;
  /** Absent where the issuer leaves it out. */
  readonly type?: HolderSubfile;
  readonly elements: ReadonlyMap<string, string>;
}

/** One PDF417 symbol holds at most 1,850 characters of text; anything longer did not come from one. */
const MAX_TEXT = 1_850;

/**
 * The header of D1: `@`, separators, file type, IIN, version. Separators vary among issuers (some write FS for RS, some
 * begin with a space), so any of them is taken; the order and the digits are not negotiable.
 */
const HEADER = /^[\p{Cc} ]{0,3}@[\p{Cc} ]{1,6}(?:ANSI |AAMVA)(\d{6})(\d{2})/u;

/**
 * The jurisdiction's version, which versions 00 and 01 lack and some issuers leave out, and the number of subfiles, which
 * some leave out as well: up to the letters of the first designator.
 */
const COUNTS = /^(?:\d{2})?(\d{2})(?=[A-Z])|^(?=[A-Z])/;

/** Type, offset and length of one subfile. */
const DESIGNATOR = /^([A-Z][A-Z0-9])(\d{4})(\d{4})$/;
const DESIGNATOR_LENGTH = 10;

/** Where a holder's elements begin: behind the subfile's type, or with the first element where that is missing. */
const BEGINNING = /(DL|ID|EN)(?=D[A-Z]{2})|(?<=\d)(?=D[A-DZ][A-Z])/;

/** CR ends a subfile. Before a line feed it is half of the end of a line, as some issuers write it. */
const END = /\r(?!\n)|\0+$/;

/**
 * Splits barcode text into the elements of its first license or ID subfile, or gives undefined for anything that is not
 * AAMVA data. A barcode is hostile input: the text is bounded, control characters inside a value and two different
 * values for an element that is read are refused, so that no two readers can take different facts from it.
 *
 * `aamva-parser` was tried for this and left: it searches the whole text for each id, so the surname MCDACEY gives the
 * given name EY; it takes 31 February as 3 March, and reads Canadian dates in US order.
 */
export function readAamvaSubfile(symbol: string): AamvaSubfile | undefined {
  if (symbol.length > MAX_TEXT) return undefined;
  const text = decoded(symbol);
  const [start, issuerId, version] = HEADER.exec(text) ?? [];
  if (start === undefined || issuerId === undefined || version === undefined) return undefined;
  const [counts, count] = COUNTS.exec(text.slice(start.length)) ?? [];
  if (counts === undefined) return undefined;
  const subfile = holderSubfile(text, start.length + counts.length, Number(count ?? 1));
  const elements = subfile && readElements(subfile.body);
  const type = subfile?.type;
  return elements && { issuerId, version: Number(version), ...(type && { type }), elements };
}

/** The reader gives ISO 8859-1, as the standard has it; some issuers print UTF-8 and do not say so. */
function decoded(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text; // no UTF-8: it is what the standard has
  }
}

interface Subfile {
  readonly type?: HolderSubfile;
  readonly body: string;
}

/** Real issuers state wrong offsets and lengths, so what is not where it is said to be is looked for. */
function holderSubfile(text: string, designatorsAt: number, count: number): Subfile | undefined {
  let listed: HolderSubfile | undefined;
  for (let entry = 0; entry < count; entry++) {
    const at = designatorsAt + entry * DESIGNATOR_LENGTH;
    const [, stated, offset] = DESIGNATOR.exec(text.slice(at, at + DESIGNATOR_LENGTH)) ?? [];
    if (stated === undefined) break;
    const type = HOLDER_SUBFILES.find((one) => one === stated);
    if (!type) continue;
    listed ??= type;
    const from = Number(offset);
    if (from > designatorsAt && text.startsWith(type, from))
      return { type, body: upToEnd(text, from + type.length) };
  }
  const found = BEGINNING.exec(text.slice(designatorsAt));
  if (!found) return undefined;
  const type = HOLDER_SUBFILES.find((one) => one === found[1]) ?? listed;
  return { ...(type && { type }), body: upToEnd(text, designatorsAt + found.index + found[0].length) };
}

function upToEnd(text: string, from: number): string {
  const body = text.slice(from);
  const end = body.search(END);
  return end === -1 ? body : body.slice(0, end);
}
