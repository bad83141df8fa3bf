import { type Canvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { faceJpeg } from '../faces/face-jpeg.ts';
import type { DocumentHolder, PassportFacts, SandboxPerson } from '../people/person.ts';
import { emptyCard, framed, guilloche, ink, rosette, specimen, write } from './card.ts';
import { font } from './fonts.ts';
import { ruritania, td3, utopia } from './mrz.ts';
import { photograph, type Shot } from './photograph.ts';
import { asPrinted } from './transliterate.ts';

/** A data page (ID-3, 125 x 88 mm) at the scale of the license. */
const page = { width: 1600, height: 1126, corner: 30 } as const;

/** What a test may ask to be different from the person's own passport, well photographed. */
export interface PassportOptions extends Partial<Omit<Shot, 'seed'>> {
  readonly facts?: Partial<PassportFacts>;
  /** Another zone than the page's own. */
  readonly zone?: readonly [string, string];
  /** Another portrait, and where it lies: left, top, width and height of 1600 x 1126. */
  readonly portrait?: { readonly jpeg: Buffer; readonly box?: readonly [number, number, number, number] };
  /** Labels and values that are printed beside the page's own, where its right half is empty. */
  readonly alsoPrinted?: readonly (readonly [label: string, value: string])[];
  /** The zone on an empty page. */
  readonly zoneAlone?: boolean;
}

/** A photo, JPEG, 1900 x 1426, of a specimen passport's data page with a correct machine-readable zone (D3). */
export async function renderPassport(person: SandboxPerson, options: PassportOptions = {}): Promise<Buffer> {
  const {
    facts: changed,
    zone: _zone,
    portrait: _portrait,
    zoneAlone: _alone,
    alsoPrinted: _also,
    ...shot
  } = options;
  const facts = { ...passportFacts(person), ...changed };
  const card = await dataPage(person, facts, await faceJpeg(person.portrait), options);
  return photograph(card, { seed: `${facts.number} passport`, ...shot });
}

/** Somebody without a passport of their own shows one that is good as long as their license. */
export const passportFacts = ({ passport, license }: DocumentHolder): PassportFacts =>
  passport ?? { ...license, issuer: utopia.code, number: `P${license.number.slice(1)}` };

const portraitBox = [80, 150, 424, 545] as const;

async function dataPage(
  holder: DocumentHolder,
  facts: PassportFacts,
  own: Buffer,
  { zone = td3(holder, facts.number, facts), portrait, zoneAlone, alsoPrinted = [] }: PassportOptions,
): Promise<Canvas> {
  const { card, draw } = emptyCard(['#efe6f0', '#f5f1e6', '#e6ebf3'], page);
  const waves = [
    { color: 'rgba(92, 58, 110, 0.15)', lines: 48, amplitude: 30, period: 360, drift: 0.3 },
    { color: 'rgba(150, 110, 50, 0.12)', lines: 40, amplitude: 24, period: 250, drift: 0.2 },
  ];
  guilloche(draw, waves, page);
  if (zoneAlone) {
    readableZone(draw, zone);
    return card;
  }
  const state = stateOf(facts);
  rosette(draw, 1240, 470, 260, 'rgba(92, 58, 110, 0.12)');
  write(draw, state.name, 80, 96, { size: 50, weight: 'heavy', color: '#4a2f5c' });
  write(draw, 'PASSPORT', 1520, 96, { size: 50, weight: 'heavy', color: '#4a2f5c', align: 'right' });
  framed(draw, await loadImage(portrait?.jpeg ?? own), portrait?.box ?? portraitBox);
  fields(draw, holder, facts);
  for (const [at, [label, value]] of alsoPrinted.entries()) field(draw, label, value, 1100, at + 1);
  specimen(draw, 1030, 790, 100);
  write(draw, 'SYNTHETIC PERSON. NOT A REAL DOCUMENT.', 1030, 840, {
    size: 26,
    weight: 'medium',
    color: ink.red,
    align: 'center',
  });
  readableZone(draw, zone);
  return card;
}

const stateOf = ({ issuer }: PassportFacts) =>
  issuer === utopia.code
    ? { ...utopia, citizens: 'UTOPIAN', print: asPrinted }
    : { ...ruritania, citizens: 'RURITANIAN', print: (name: string) => name.toUpperCase() };

function fields(draw: SKRSContext2D, holder: DocumentHolder, facts: PassportFacts): void {
  const state = stateOf(facts);
  const given = [holder.givenName, holder.middleName ?? ''].join(' ').trim();
  const family = [holder.familyName, holder.suffix ?? ''].join(' ').trim();
  const entries: [string, string, number, number][] = [
    ['Type', 'P', 560, 0],
    ['Code', state.code, 760, 0],
    ['Passport No.', facts.number, 1100, 0],
    ['Surname', state.print(family), 560, 1],
    ['Given names', state.print(given), 560, 2],
    ['Nationality', state.citizens, 560, 3],
    ['Date of birth', passportDate(holder.birthDate), 560, 4],
    ['Sex', { male: 'M', female: 'F', unspecified: 'X' }[holder.sex], 1100, 4],
    ['Date of issue', passportDate(facts.issued), 560, 5],
    ['Date of expiry', passportDate(facts.expires), 1100, 5],
  ];
  for (const [label, value, x, row] of entries) field(draw, label, value, x, row);
}

function field(draw: SKRSContext2D, label: string, value: string, x: number, row: number): void {
  const y = 170 + row * 92;
  write(draw, label, x, y, { size: 24, color: '#6a4a80' });
  write(draw, value, x, y + 42, { size: 40, weight: 'medium', widest: 900 });
}

/** Dates on a data page: 24 AUG 1997. */
export function passportDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  const name = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')[Number(month) - 1];
  return `${day} ${name} ${year}`;
}

/** Two lines of 44 equal cells. The type is not OCR-B, so each letter is set in the middle of its own cell. */
function readableZone(draw: SKRSContext2D, lines: readonly [string, string]): void {
  draw.fillStyle = 'rgba(255, 255, 255, 0.75)';
  draw.fillRect(0, 900, page.width, page.height - 900);
  draw.fillStyle = ink.text;
  draw.font = font(46, 'medium');
  draw.textAlign = 'center';
  const [left, cell] = [70, (page.width - 140) / 44];
  lines.forEach((line, row) => {
    [...line].forEach((character, at) => {
      draw.fillText(character, left + (at + 0.5) * cell, 980 + row * 84);
    });
  });
}
