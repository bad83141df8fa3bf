import { type Canvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { faceJpeg } from '../faces/face-jpeg.ts';
import type { DocumentHolder, PassportFacts, SandboxPerson } from '../people/person.ts';
import { cardSize, emptyCard, framed, guilloche, ink, rosette, specimen, write } from './card.ts';
import { font } from './fonts.ts';
import { td1, utopia } from './mrz.ts';
import { passportDate, passportFacts } from './passport.ts';
import { photograph, type Shot } from './photograph.ts';
import { asPrinted } from './transliterate.ts';

const violet = '#4a2f5c';

/** Two photos, JPEG, of a specimen passport card: portrait and print on the front, the zone on the back. */
export async function renderPassportCard(
  person: SandboxPerson,
  shot: Partial<Omit<Shot, 'seed'>> = {},
): Promise<{ readonly front: Buffer; readonly back: Buffer }> {
  const facts = passportFacts(person);
  const front = await frontOf(person, facts, await faceJpeg(person.portrait));
  return {
    front: await photograph(front, { seed: `${facts.number} card front`, ...shot }),
    back: await photograph(backOf(person, facts), { seed: `${facts.number} card back`, ...shot }),
  };
}

function blank(): { card: Canvas; draw: SKRSContext2D } {
  const { card, draw } = emptyCard(['#efe6f0', '#f5f1e6', '#e6ebf3']);
  guilloche(draw, [
    { color: 'rgba(92, 58, 110, 0.15)', lines: 44, amplitude: 28, period: 340, drift: 0.3 },
    { color: 'rgba(150, 110, 50, 0.12)', lines: 36, amplitude: 24, period: 260, drift: 0.2 },
  ]);
  return { card, draw };
}

async function frontOf(holder: DocumentHolder, facts: PassportFacts, portrait: Buffer): Promise<Canvas> {
  const { card, draw } = blank();
  rosette(draw, 1260, 520, 240, 'rgba(92, 58, 110, 0.12)');
  write(draw, utopia.name, 80, 96, { size: 46, weight: 'heavy', color: violet });
  write(draw, 'PASSPORT CARD', 1530, 96, { size: 46, weight: 'heavy', color: violet, align: 'right' });
  framed(draw, await loadImage(portrait), [80, 200, 424, 545]);
  const given = [holder.givenName, holder.middleName ?? ''].join(' ').trim();
  const family = [holder.familyName, holder.suffix ?? ''].join(' ').trim();
  const entries: [string, string, number, number][] = [
    ['Nationality', utopia.code, 560, 0],
    ['Passport Card no.', facts.number, 1060, 0],
    ['Surname', asPrinted(family), 560, 1],
    ['Given names', asPrinted(given), 560, 2],
    ['Sex', { male: 'M', female: 'F', unspecified: 'X' }[holder.sex], 560, 3],
    ['Date of birth', passportDate(holder.birthDate), 860, 3],
    ['Issued on', passportDate(facts.issued), 560, 4],
    ['Expires on', passportDate(facts.expires), 1060, 4],
  ];
  for (const [label, value, x, row] of entries) {
    const y = 190 + row * 108;
    write(draw, label, x, y, { size: 25, color: '#6a4a80' });
    write(draw, value, x, y + 44, { size: 42, weight: 'medium', widest: 920 });
  }
  specimen(draw, 1040, 860, 104);
  write(draw, 'SYNTHETIC PERSON. NOT A REAL DOCUMENT.', 1040, 920, {
    size: 26,
    weight: 'medium',
    color: ink.red,
    align: 'center',
  });
  return card;
}

/** Three lines of 30 equal cells, as the book's are set. */
function backOf(holder: DocumentHolder, facts: PassportFacts): Canvas {
  const { card, draw } = blank();
  specimen(draw, cardSize.width / 2, 200, 104);
  write(draw, 'Made for the sandbox of Signet. The Republic of Utopia does not exist.', 100, 320, {
    size: 32,
  });
  draw.fillStyle = 'rgba(255, 255, 255, 0.75)';
  draw.fillRect(0, 560, cardSize.width, cardSize.height - 560);
  draw.fillStyle = ink.text;
  draw.font = font(58, 'medium');
  draw.textAlign = 'center';
  const [left, cell] = [70, (cardSize.width - 140) / 30];
  td1(holder, facts).forEach((line, row) => {
    [...line].forEach((character, at) => {
      draw.fillText(character, left + (at + 0.5) * cell, 680 + row * 108);
    });
  });
  return card;
}
