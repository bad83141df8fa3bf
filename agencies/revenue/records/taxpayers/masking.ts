/**
 * How a transcript shows who it is about (T2): enough for the person to know their own, too little for anyone
 * else to use. Pure. Money is never masked.
 */

const LETTER = /\p{Letter}/u;

/** A letter and the marks that belong to it. */
const graphemes = (text: string): string[] =>
  Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

const lastFour = (digits: string): string => digits.slice(-4);

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Nine digits, or only the last four that are kept: `XXX-XX-1234`. */
export const maskSsn = (ssn: string): string => `XXX-XX-${lastFour(digitsOf(ssn))}`;

/** `12-3456789`: `XX-XXX6789`. */
export const maskEin = (ein: string): string => `XX-XXX${lastFour(digitsOf(ein))}`;

/** Stands where something was cut off, so that nobody takes the rest for the whole, or for a fault. */
const cutMark = '•••';

const cut = (shown: string, whole: string): string => (shown === whole ? shown : `${shown}${cutMark}`);

/**
 * The first four letters, or three of a name that has only four. A shorter one loses its last letter, so that no name is
 * ever shown whole (but for a single letter). Marks between letters stay: `O'Bri•••`.
 */
export function maskFamilyName(name: string): string {
  const whole = name.normalize('NFC').trim();
  const parts = graphemes(whole);
  const letters = parts.filter((part) => LETTER.test(part)).length;
  const shown = letters > 4 ? 4 : Math.max(1, letters - 1);
  let seen = 0;
  const end = parts.findIndex((part) => {
    if (LETTER.test(part)) seen += 1;
    return seen === shown;
  });
  return cut(parts.slice(0, end + 1).join(''), whole);
}

/** The first given name as a family name is, and none of the others. */
export const maskGivenNames = (names: string): string => maskFamilyName(names.trim().split(/\s+/)[0] ?? '');

const firstOf = (text: string, characters: number): string => {
  const whole = text.normalize('NFC').trim();
  return cut(graphemes(whole).slice(0, characters).join('').trimEnd(), whole);
};

/** The first four characters of a business name. */
export const maskBusinessName = (name: string): string => firstOf(name, 4);

/** The first six characters of the street address, spaces included. */
export const maskStreet = (street: string): string => firstOf(street, 6);

/** The last four characters; of a number that has no more than four, none. */
export function maskAccountNumber(account: string): string {
  const characters = account.replaceAll(/[\s-]/g, '');
  return characters.length > 4 ? `XXXX${lastFour(characters)}` : 'XXXX';
}

/** The last four digits: `XXX-XXX-1234`. */
export const maskPhone = (phone: string): string => `XXX-XXX-${lastFour(digitsOf(phone))}`;
