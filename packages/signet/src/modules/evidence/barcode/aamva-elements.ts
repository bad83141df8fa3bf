/** One license or ID subfile of an AAMVA barcode, its elements by three-letter id, values trimmed and checked. */
export interface AamvaSubfile {
  readonly issuerId: string;
  readonly version: number;
  readonly elements: ReadonlyMap<string, string>;
}

/** One PDF417 symbol holds at most 1,850 characters of text; anything longer did not come from one. */
const MAX_TEXT = 1_850;

/**
 * The header of D1: `@`, separators, file type, IIN, version. Separators vary among issuers (some write FS for RS), so
 * any of them is taken; the order and the digits are not negotiable.
 */
const HEADER = /^@[\p{Cc} ]{1,6}(?:ANSI |AAMVA)(\d{6})(\d{2})/u;

/** Type, offset and length of one subfile. */
const DESIGNATOR = /^([A-Z][A-Z0-9])(\d{4})(\d{4})$/;
const DESIGNATOR_LENGTH = 10;

/** DL a driver's license, ID a state ID, EN an enhanced license. Issuers' own subfiles (Z?) say nothing we use. */
const HOLDER_SUBFILES = new Set(['DL', 'ID', 'EN']);

const ELEMENT = /^([DZ][A-Z]{2})(.*)$/;
const CONTROL = /\p{Cc}/u;

/**
 * Splits barcode text into the elements of its first license or ID subfile, or gives undefined for anything that is not
 * AAMVA data. A barcode is hostile input: the text is bounded, control characters inside a value and two different
 * values for one element are refused, so that no two readers can take different facts from it.
 *
 * `aamva-parser` was tried for this and left: it searches the whole text for each id, so the surname MCDACEY gives the
 * given name EY; it takes 31 February as 3 March, and reads Canadian dates in US order.
 */
export function readAamvaSubfile(text: string): AamvaSubfile | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const header = HEADER.exec(text);
  const [start, issuerId, versionDigits] = header ?? [];
  if (start === undefined || issuerId === undefined || versionDigits === undefined) return undefined;
  const version = Number(versionDigits);

  // Versions 00 and 01 have no jurisdiction version between the version and the number of entries.
  const entriesAt = start.length + (version <= 1 ? 0 : 2);
  const entries = /^\d{2}$/.exec(text.slice(entriesAt, entriesAt + 2));
  if (!entries) return undefined;
  const body = holderSubfile(text, entriesAt + 2, Number(entries[0]));
  const elements = body === undefined ? undefined : splitElements(body);
  return elements && { issuerId, version, elements };
}

function holderSubfile(text: string, designatorsAt: number, count: number): string | undefined {
  for (let entry = 0; entry < count; entry++) {
    const at = designatorsAt + entry * DESIGNATOR_LENGTH;
    const [, type, offset] = DESIGNATOR.exec(text.slice(at, at + DESIGNATOR_LENGTH)) ?? [];
    if (type === undefined) return undefined;
    if (!HOLDER_SUBFILES.has(type)) continue;
    const designatorsEnd = designatorsAt + count * DESIGNATOR_LENGTH;
    return subfileAt(text, type, Number(offset)) ?? subfileAt(text, type, text.indexOf(type, designatorsEnd));
  }
  return undefined;
}

/**
 * The subfile's text without its type, up to the segment terminator CR. Real issuers state wrong offsets and lengths, so
 * the caller falls back to finding the type, and the terminator, not the stated length, ends the subfile.
 */
function subfileAt(text: string, type: string, at: number): string | undefined {
  if (at <= 0 || !text.startsWith(type, at)) return undefined;
  const end = text.indexOf('\r', at);
  return text.slice(at + type.length, end === -1 ? undefined : end);
}

function splitElements(body: string): ReadonlyMap<string, string> | undefined {
  const elements = new Map<string, string>();
  for (const line of body.split('\n')) {
    const [, id, raw] = ELEMENT.exec(line) ?? [];
    if (id === undefined || raw === undefined) {
      if (line.trim() === '') continue;
      return undefined;
    }
    const value = raw.trim();
    if (CONTROL.test(value)) return undefined;
    const earlier = elements.get(id);
    if (earlier !== undefined && earlier !== value) return undefined;
    elements.set(id, value);
  }
  return elements.size === 0 ? undefined : elements;
}
