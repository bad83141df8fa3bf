import { type Canvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { DocumentHolder } from '../people/person.ts';
import { documentDiscriminator } from './aamva.ts';
import { cardSize, emptyCard, framed, guilloche, ink, rosette, specimen, write } from './card.ts';
import { issuerOf, larch } from './issuer.ts';
import { asPrinted } from './transliterate.ts';

const portraitBox = [62, 232, 424, 545] as const;
const ghostBox = [1340, 330, 191, 245] as const; // 45 % of it

/**
 * The front: portrait, and the fields under the numbers that the AAMVA card design standard gives them
 * (annex A.7.7): 1 family name, 2 given names, 3 birth date, 4a issued, 4b expires, 4d number, 8 address, 15 sex.
 */
export async function licenseFront(
  holder: DocumentHolder,
  portrait: Buffer,
  disclaimer: string,
): Promise<Canvas> {
  const { card, draw } = emptyCard(['#e3f0ea', '#f6f3e6', '#dfeaf0']);
  guilloche(draw, [
    { color: 'rgba(31, 95, 103, 0.16)', lines: 46, amplitude: 26, period: 310, drift: 0.34 },
    { color: 'rgba(176, 96, 60, 0.13)', lines: 38, amplitude: 34, period: 470, drift: 0.21 },
  ]);
  rosette(draw, 1320, 560, 250, 'rgba(31, 95, 103, 0.12)');
  banner(draw, holder);
  const picture = await loadImage(portrait);
  framed(draw, picture, portraitBox);
  if (issuerOf(holder) === larch) ghostImage(draw, picture);
  fields(draw, holder);
  draw.save();
  foot(draw, holder, disclaimer);
  draw.restore();
  return card;
}

/** A small, pale copy of the portrait, as many issuers print one against those who paste another over it. */
function ghostImage(draw: SKRSContext2D, picture: Image): void {
  draw.save();
  draw.globalAlpha = 0.45;
  framed(draw, picture, ghostBox);
  draw.restore();
}

function banner(draw: SKRSContext2D, holder: DocumentHolder): void {
  const { name, titles } = issuerOf(holder);
  const [title, other] = holder.license.isIdCard ? titles.idCard : titles.license;
  draw.fillStyle = ink.band;
  draw.fillRect(0, 0, cardSize.width, 176);
  draw.fillStyle = '#d9a441';
  draw.fillRect(0, 176, cardSize.width, 8);
  leaf(draw, 124, 92);
  write(draw, name.toUpperCase(), 220, 84, { size: 58, weight: 'heavy', color: '#ffffff' });
  write(draw, 'A make-believe place for trying out Signet', 222, 136, { size: 30, color: '#d6e8e6' });
  const look = { weight: 'medium', color: '#ffffff', align: 'right' } as const;
  write(draw, title, 1538, other ? 84 : 108, { size: 54, ...look, widest: 460 });
  if (other) write(draw, other, 1538, 144, { size: 38, ...look });
}

/** An alder leaf, the emblem of nowhere. */
function leaf(draw: SKRSContext2D, x: number, y: number): void {
  draw.fillStyle = '#d9a441';
  draw.beginPath();
  draw.ellipse(x, y - 6, 44, 56, 0, 0, 2 * Math.PI);
  draw.fill();
  draw.strokeStyle = ink.band;
  draw.lineWidth = 5;
  draw.beginPath();
  draw.moveTo(x, y - 56);
  draw.lineTo(x, y + 68);
  for (const rise of [-30, -6, 18]) {
    draw.moveTo(x, y + rise + 12);
    draw.lineTo(x - 30, y + rise - 14);
    draw.moveTo(x, y + rise + 12);
    draw.lineTo(x + 30, y + rise - 14);
  }
  draw.stroke();
}

/** A label in small colored type, and what it stands for on its right. */
function field(draw: SKRSContext2D, label: string, value: string, x: number, y: number, at: FieldLook): void {
  write(draw, label, x, y, { size: 27, color: ink.label });
  write(draw, value, x + at.indent, y, {
    size: at.size ?? 38,
    weight: 'medium',
    color: at.color ?? ink.text,
    widest: at.widest ?? 760,
  });
}

type FieldLook = { indent: number; size?: number; widest?: number; color?: string };

function fields(draw: SKRSContext2D, holder: DocumentHolder): void {
  const given = [holder.givenName, holder.middleName ?? ''].join(' ');
  const { address, license, looks } = holder;
  const shown = (iso: string) => printedDate(iso, issuerOf(holder) === larch);
  field(draw, license.isIdCard ? '4d ID' : '4d DL', license.number, 536, 264, {
    indent: 96,
    size: 44,
    widest: 330,
    color: ink.red,
  });
  field(draw, '4b EXP', shown(license.expires), 1070, 264, {
    indent: 110,
    size: 44,
    widest: 360,
    color: ink.red,
  });
  const family = [holder.familyName, holder.suffix ?? ''].join(' ').trim();
  field(draw, '1', asPrinted(family), 536, 340, { indent: 40, size: 50, widest: 960 });
  if (given.trim() !== '')
    field(draw, '2', asPrinted(given), 536, 408, { indent: 40, size: 46, widest: 960 });
  field(draw, '8', asPrinted(address.street), 536, 480, { indent: 40, widest: 960 });
  const town = `${asPrinted(address.city)}, ${address.state} ${address.postalCode}`;
  write(draw, town, 576, 530, { size: 38, weight: 'medium', widest: 960 });
  field(draw, '3 DOB', shown(holder.birthDate), 536, 610, {
    indent: 100,
    size: 46,
    widest: 360,
    color: ink.red,
  });
  field(draw, '4a ISS', shown(license.issued), 1070, 610, { indent: 110, widest: 360 });
  field(draw, '15 SEX', { male: 'M', female: 'F', unspecified: 'X' }[holder.sex], 536, 686, { indent: 104 });
  field(draw, '18 EYES', looks.eyes, 760, 686, { indent: 118 });
  field(draw, '16 HGT', height(looks.heightInches), 1070, 686, { indent: 114 });
  if (license.isIdCard) return; // nothing that allows to drive
  field(draw, '9 CLASS', 'D', 536, 752, { indent: 128 });
  field(draw, '9a END', 'NONE', 760, 752, { indent: 118 });
  field(draw, '12 REST', 'NONE', 1070, 752, { indent: 120 });
}

function foot(draw: SKRSContext2D, holder: DocumentHolder, disclaimer: string): void {
  write(draw, `${holder.givenName} ${holder.familyName}`.trim(), 274, 842, {
    size: 42,
    align: 'center',
    widest: 420,
  });
  draw.fillStyle = ink.label;
  draw.fillRect(62, 858, 424, 2);
  field(draw, '5 DD', documentDiscriminator(holder), 62, 906, { indent: 78, size: 28 });
  specimen(draw, 1040, 888, 112);
  write(draw, disclaimer, 1040, 944, {
    size: 26,
    weight: 'medium',
    color: ink.red,
    align: 'center',
  });
}

/** MM/DD/YYYY, as cards in the United States print dates; YYYY/MM/DD, as those of Canada do. */
function printedDate(iso: string, isCanadian: boolean): string {
  const [year, month, day] = iso.split('-');
  return isCanadian ? `${year}/${month}/${day}` : `${month}/${day}/${year}`;
}

function height(inches: number): string {
  return `${Math.floor(inches / 12)}'-${String(inches % 12).padStart(2, '0')}"`;
}
