import { states } from 'mrz';

/** ICAO's own Utopia, and codes that ISO 3166 leaves to users: no state has them. */
export const isMadeUpState = (code: string): boolean => code === 'UTO' || /^ZZ[A-Z]$/.test(code);

/** The codes of ICAO 9303-3, part 5: states, and the organizations that issue travel documents. */
export const isState = (code: string): boolean => Object.hasOwn(states, code);

/** As it stands in a zone, and for Germany in part 5's own single letter. */
const sameState = (code: string): string => (code === 'D' ? 'DEU' : code);

export const isSameState = (code: string, other: string): boolean => sameState(code) === sameState(other);

/** The states that a text names, and nothing more than that and what such a state is: two Koreas have one such name. */
export function statesNamedBy(text: string): readonly string[] {
  const name = nameIn(text);
  return name === '' ? [] : (codes.get(name) ?? []);
}

/** What stands beside the name of a state over a data page; OCR drops spaces. */
const TITLE = /PASSPORT|PASSEPORT|PASAPORTE|CARD$/g;
const FORM = /^(?:THE)?[A-Z]*?(?:REPUBLIC|KINGDOM|COMMONWEALTH|PRINCIPALITY|STATE|FEDERATION)OF(?:THE)?/;

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '');

const nameIn = (text: string): string => letters(text).replaceAll(TITLE, '').replace(FORM, '');

/** The list writes names as ISO 3166 does: Niger (the), Tanzania, the United Republic of. */
const codes = new Map<string, readonly string[]>();
for (const [code, name] of [...Object.entries(states), ['UTO', 'Utopia']] as const) {
  const short = nameIn(name.replace(/[,(*].*$/, ''));
  codes.set(short, [...(codes.get(short) ?? []), code]);
}
