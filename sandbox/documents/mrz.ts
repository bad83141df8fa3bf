import type { DocumentHolder, PassportFacts } from '../people/person.ts';
import { asPrinted } from './transliterate.ts';

/** ICAO's own code for a country that does not exist. */
export const utopia = { name: 'REPUBLIC OF UTOPIA', code: 'UTO' } as const;

/** A state that is foreign to the sandbox. ISO 3166 leaves codes from ZZA to ZZZ to users. */
export const ruritania = { name: 'KINGDOM OF RURITANIA', code: 'ZZR' } as const;

/** The check digit of ICAO 9303-3, 4.9: weights 7-3-1, `<` counts 0 and A counts 10 (D3). */
export function checkDigit(text: string): string {
  const sum = [...text].reduce((total, character, at) => {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    return total + value * ([7, 3, 1][at % 3] ?? 0);
  }, 0);
  return String(sum % 10);
}

/** The two lines of a TD3 passport, 44 characters each. Dates are ISO; `number` has at most nine characters. */
export function td3(
  holder: DocumentHolder,
  number: string,
  { issuer, expires: until }: Pick<PassportFacts, 'issuer' | 'expires'> = {
    issuer: utopia.code,
    expires: holder.license.expires,
  },
): readonly [string, string] {
  const spelled = issuer === utopia.code ? inZone : (name: string) => inZone(transliterated(name));
  const given = [holder.givenName, holder.middleName ?? ''].join(' ').trim();
  const family = [holder.familyName, holder.suffix ?? ''].join(' ').trim();
  const first = `P<${issuer}${namesInZone(spelled(family), spelled(given))}`;
  const numbered = checked(number.padEnd(9, '<'));
  const born = checked(shortDate(holder.birthDate));
  const expires = checked(shortDate(until));
  const personal = checked('<'.repeat(14));
  const sex = { male: 'M', female: 'F', unspecified: '<' }[holder.sex];
  const composite = checkDigit(numbered + born + expires + personal);
  return [first, `${numbered}${issuer}${born}${sex}${expires}${personal}${composite}`];
}

/** The three lines of a TD1 passport card, 30 characters each (ICAO 9303-5). */
export function td1(holder: DocumentHolder, { number, issuer, expires }: PassportFacts): readonly string[] {
  const given = [holder.givenName, holder.middleName ?? ''].join(' ').trim();
  const family = [holder.familyName, holder.suffix ?? ''].join(' ').trim();
  const numbered = checked(number.padEnd(9, '<')) + '<'.repeat(15);
  const born = checked(shortDate(holder.birthDate));
  const until = checked(shortDate(expires));
  const rest = '<'.repeat(11);
  const sex = { male: 'M', female: 'F', unspecified: '<' }[holder.sex];
  const composite = checkDigit(numbered + born + until + rest);
  return [
    `IP${issuer}${numbered}`,
    `${born}${sex}${until}${issuer}${rest}${composite}`,
    namesInZone(inZone(family), inZone(given), 30),
  ];
}

const roomForNames = 39;

/** Cut to the room that there is (ICAO 9303-3, 4.6): of a family name that fills it, so much that a given one begins behind it. */
function namesInZone(family: string, given: string, room = roomForNames): string {
  const behind = given === '' ? '' : `<<${given}`;
  const kept = family.slice(0, room - behind.slice(0, 3).length);
  return (kept + behind).padEnd(room, '<').slice(0, room);
}

function checked(text: string): string {
  return text + checkDigit(text);
}

function shortDate(iso: string): string {
  return iso.slice(2).replaceAll('-', '');
}

/** The letters for which ICAO 9303-3, part 6.A recommends two. */
const transliterated = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[ÄÖÜØÅ]/g, (letter) => ({ Ä: 'AE', Ö: 'OE', Ü: 'UE', Ø: 'OE', Å: 'AA' })[letter] ?? letter);

/** Letters as the zone holds them: spaces and hyphens become fillers, apostrophes vanish. */
function inZone(name: string): string {
  return asPrinted(name)
    .replaceAll("'", '')
    .replace(/[^A-Z0-9]+/g, '<');
}
