/**
 * How a person writes a name that was read from a document: barcodes and machine-readable lines have no accents, and cards
 * print in capitals. What they type is taken where it is the same name letter for letter (decision 41). It is no new
 * name: nobody becomes somebody else by an accent.
 */

/** Marks that the letters of living Latin alphabets carry (Unicode, combining diacritical marks). No strokes, no overlays. */
const marks = new Set([
  ...'\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u031b\u0323\u0326\u0327\u0328',
]);

/** Letters that Unicode does not take apart, as documents write them in plain ones. */
const inPlainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'SS', ẞ: 'SS', æ: 'AE', Æ: 'AE', œ: 'OE', Œ: 'OE', ø: 'O', Ø: 'O', ł: 'L', Ł: 'L' },
  ...{ đ: 'D', Đ: 'D', ð: 'D', Ð: 'D', þ: 'TH', Þ: 'TH', ı: 'I' },
};

/** Longer than any name that a document has room for. */
const longest = 100;

/** Words of letters, an apostrophe within each at most, and one space or hyphen between two. */
const shape = /^\p{L}+(['’]\p{L}+)?([ -]\p{L}+(['’]\p{L}+)?)*$/u;

/** One letter, as Unicode has it, in plain capitals. Undefined: it is none that a name here is written with. */
function plainLetter(letter: string): string | undefined {
  const [base = '', ...carried] = letter.normalize('NFD');
  if (/^[A-Za-z]$/.test(base) && carried.every((mark) => marks.has(mark))) return base.toUpperCase();
  return inPlainLetters[letter];
}

/** A name without what documents leave out. Undefined: something in it is no letter of a name. */
function plain(name: string): string | undefined {
  if (!shape.test(name)) return undefined;
  const letters = [...name].map((one) => {
    if (one === "'" || one === '’') return '';
    return one === ' ' || one === '-' ? ' ' : plainLetter(one);
  });
  return letters.includes(undefined) ? undefined : letters.join('');
}

/** As it is kept: composed, so that one letter is one sign, and without spaces around it. */
const tidy = (name: string): string => name.normalize('NFC').trim().replaceAll(/ +/g, ' ');

export type SpellingProblem = 'not-letters' | 'another-name';

/** What was typed, where it spells the name that was proven. */
export function ownSpelling(
  proven: string,
  typed: string,
): { readonly name: string } | { readonly problem: SpellingProblem } {
  if (typed.length > longest) return { problem: 'another-name' };
  const name = tidy(typed);
  if (name === proven) return { name };
  const spelled = plain(name);
  if (spelled === undefined) return { problem: 'not-letters' };
  return spelled === plain(tidy(proven)) ? { name } : { problem: 'another-name' };
}
