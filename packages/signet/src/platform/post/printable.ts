/** The files of the letter's font, each with some of its letters. */
export const alphabets = ['latin', 'latin-ext', 'vietnamese'] as const;
export type Alphabet = (typeof alphabets)[number];

/**
 * What each file has a glyph for, as Unicode code points from and to; a test compares them with the files. Accents that
 * stand alone are left out: they are printed as one letter with what they stand on, or not at all.
 */
const drawn: Readonly<Record<Alphabet, string>> = {
  latin:
    '20-7e a0-ff 102 131 152-153 2bb-2bc 2c6 2da 2dc 2013-2014 2018-201a 201c-201e 2022 2026 2039-203a 2044 20ac 2122 2212 2215',
  'latin-ext':
    '100-130 134-148 14a-151 154-17e 18f 192 1a0-1a1 1af-1b0 1d4 1ea-1eb 1fa-21b 237 259 2c7 2dd 1e0c-1e0d 1e24-1e25 1e44-1e45 1e5a-1e5b 1e62-1e63 1e6c-1e6d 1e80-1e85 1e92-1e93 1ef2-1ef9 2020 20a1 20a3-20a4 20a6 20a9 20ab 20b9-20ba 2113',
  vietnamese: '102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 1ea0-1ef9 20ab',
};

const alphabetOf: ReadonlyMap<string, Alphabet> = new Map(
  alphabets.toReversed().flatMap((alphabet) =>
    drawn[alphabet].split(' ').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((point) => Number.parseInt(point, 16));
      const points = Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
      return points.map((letter) => [letter, alphabet] as const);
    }),
  ),
);

/** A stretch of text that one file of the font draws. */
export interface Run {
  readonly alphabet: Alphabet;
  readonly text: string;
}

/**
 * A text as it is printed; undefined where a letter of it cannot be. A letter that the font lacks loses its accent or is
 * taken apart (ǎ, ﬁ), as on the machine-readable line of a document, and never becomes an empty place.
 */
export function printed(text: string): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (const letter of text.normalize('NFC')) {
    for (const part of alphabetOf.has(letter) ? [letter] : simpler(letter)) {
      const alphabet = alphabetOf.get(part);
      const last = runs.at(-1);
      if (!alphabet) return undefined;
      if (last?.alphabet === alphabet) runs[runs.length - 1] = { alphabet, text: last.text + part };
      else runs.push({ alphabet, text: part });
    }
  }
  return runs;
}

const simpler = (letter: string): string => letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Whether every letter of it can be printed. */
export const canPrint = (text: string): boolean => printed(text) !== undefined;
