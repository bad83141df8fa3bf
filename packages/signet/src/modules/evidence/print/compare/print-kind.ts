import { type CardType, cardTypes, type PrintedKind } from '../../document/index.ts';
import { bare, editDistance, type PrintedLine } from './printed-line.ts';

/** ISO: a TD3 first line, document code P, its type, the issuer, then names and fillers (ICAO 9303-4). */
const PASSPORT_MRZ = /^P[<A-Z][A-Z<]{3}[A-Z<]*<{2}/;

/** What licenses and state IDs in the United States and Canada call themselves, spaces off. */
const CARD_WORDS = /LICEN[CS]E|PERMISDECONDUIRE|LICENCIADECONDUCIR|IDENTIFICATIONCARD|IDCARD|PHOTOCARD/;
const TITLES: Readonly<Record<CardType, RegExp>> = {
  license: /(?:DRIVERS?|DRIVING|OPERATORS?)LICEN[CS]E|PERMISDECONDUIRE|LICENCIADECONDUCIR/,
  'state-id': /IDENTIFICATIONCARD|IDENTITYCARD|IDCARD|PHOTOCARD|TARJETADEIDENTIFICACION/,
};
/** As some ID cards have it under their title. */
const DENIED = /NOTAN?(?:DRIVERS?|DRIVING|OPERATORS?)LICEN[CS]E/g;
const CARD_LABELS = [/^(?:4D)?DL/, /^(?:3)?D[O0]B/, /^(?:4B)?EXP/, /^(?:4A)?ISS/, /CLASS/, /^(?:12)?REST/];

/** Whether a line says what no passport says: then no other line makes it one. */
export const saysAamvaCard = (lines: readonly PrintedLine[]): boolean =>
  lines.some((line) => CARD_WORDS.test(bare(line.text)));

/**
 * Which card the print says it is, where it says so of one. Of a card that has the words of both nothing is concluded: they
 * stand in the small print of the other one, too.
 */
export function printedCardType(lines: readonly PrintedLine[]): CardType | undefined {
  const texts = lines.map((line) => bare(line.text).replaceAll(DENIED, ''));
  const said = cardTypes.filter((type) => texts.some((text) => TITLES[type].test(text)));
  return said.length === 1 ? said[0] : undefined;
}

/** What the print says the document is. A card's number labels count where its name was not read. */
export function printedKind(lines: readonly PrintedLine[]): PrintedKind {
  if (saysAamvaCard(lines)) return 'aamva-card';
  if (lines.some((line) => PASSPORT_MRZ.test(line.text.replaceAll(' ', '').toUpperCase()))) return 'passport';
  const texts = lines.map((line) => bare(line.text));
  if (texts.some((text) => text.startsWith('PASSPORT'))) return 'passport';
  return CARD_LABELS.filter((label) => texts.some((text) => label.test(text))).length >= 3
    ? 'aamva-card'
    : 'unknown';
}

const SPECIMEN = 'SPECIMEN';

/** Whether the print says SPECIMEN, one character misread allowed: made-up documents must never pass for real ones. */
export function saysSpecimen(lines: readonly PrintedLine[]): boolean {
  return lines.some(({ text }) => {
    const letters = bare(text);
    for (let at = 0; at + SPECIMEN.length <= Math.max(letters.length, SPECIMEN.length); at++)
      if (editDistance(letters.slice(at, at + SPECIMEN.length), SPECIMEN) <= 1) return true;
    return false;
  });
}
