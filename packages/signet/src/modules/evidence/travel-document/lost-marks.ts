import { bare } from '../print/index.ts';

/**
 * Letters that a zone writes as two or three (ICAO 9303-3, part 6.A), by what OCR makes of them: the model knows few with
 * marks, and reads Ö as O in every photo.
 */
const MARKED: Readonly<Record<string, readonly (readonly [zone: string, letter: string])[]>> = {
  A: [
    ['AE', 'Ä'],
    ['AA', 'Å'],
  ],
  N: [['NXX', 'Ñ']],
  O: [['OE', 'Ö']],
  U: [
    ['UE', 'Ü'],
    ['UXX', 'Ü'],
  ],
};

/** Where OE stands for another letter than Ö. */
const withSlash: readonly string[] = ['DNK', 'FRO', 'GRL', 'NOR'];

/**
 * The printed name with the marks that OCR lost: where the zone writes two letters for the one that was read in print, it is
 * the letter that ICAO writes so. Undefined where print and zone agree in no such way.
 */
export function withMarks(printed: string, zone: string, issuerId: string): string | undefined {
  const letters = [...printed.normalize('NFC')];
  const inVain = new Set<string>();
  const from = (at: number, rest: string): string | undefined => {
    const letter = letters[at];
    if (letter === undefined) return rest === '' ? '' : undefined;
    const state = `${at} ${rest.length}`;
    if (inVain.has(state)) return undefined;
    const plain = bare(letter);
    for (const [written, shown] of [[plain, letter] as const, ...(MARKED[letter] ?? [])]) {
      const behind = rest.startsWith(written) ? from(at + 1, rest.slice(written.length)) : undefined;
      if (behind !== undefined) return shown + behind;
    }
    inVain.add(state);
    return undefined;
  };
  const marked = from(0, zone);
  return withSlash.includes(issuerId) ? marked?.replaceAll('Ö', 'Ø') : marked;
}
