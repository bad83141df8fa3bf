import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that what is read aloud or copied by hand comes back the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of 5 random bits each. */
export const newCrockford = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** What a person typed, as it was shown; undefined when it cannot be that. Case, spaces, dashes, O/0, I/L/1. */
export function readCrockford(typed: string, length: number): string | undefined {
  const symbols = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return symbols.length === length && [...symbols].every((symbol) => alphabet.includes(symbol))
    ? symbols
    : undefined;
}

/** In groups of four, as it is shown. */
export const inFours = (symbols: string): string => (symbols.match(/.{1,4}/g) ?? []).join('-');
