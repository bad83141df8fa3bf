/** A typed code without the spaces and dashes that people put in: `123 456`, `123-456`. */
export const typedDigits = (typed: string): string => typed.replaceAll(/[\s\p{Pd}]/gu, '');

/** The digits of a typed code of this length; undefined when it can be none. */
export function typedCode(typed: string, length: number): string | undefined {
  const digits = typedDigits(typed);
  return digits.length === length && /^\d+$/.test(digits) ? digits : undefined;
}

/** As two readings of one document may differ: case, accents, spaces and hyphens say nothing about who it is. */
export const sameSpelling = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
