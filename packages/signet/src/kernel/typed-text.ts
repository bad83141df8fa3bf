/** A typed code without the spaces and dashes that people put in: `123 456`, `123-456`. */
export const typedDigits = (typed: string): string => typed.replaceAll(/[\s\p{Pd}]/gu, '');

/** As two readings of one document may differ: case, accents, spaces and hyphens say nothing about who it is. */
export const sameSpelling = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
