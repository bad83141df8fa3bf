import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderLicense, renderPassport } from '../../../../../../sandbox/documents/index.ts';
import { findPerson, sandboxPeople } from '../../../../../../sandbox/people/people.ts';
import { readBarcode } from '../barcode/index.ts';
import type { DocumentFields } from '../document/index.ts';
import type { Pixels } from '../image/index.ts';
import { intakePhoto, pixelsOf } from '../photo/index.ts';
import { comparePrint, frontLayout, printedKind, saysSpecimen } from './compare/index.ts';
import { type Print, readPrint } from './read-print.ts';

async function taken(file: Buffer): Promise<Pixels> {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  return pixelsOf(photo.value);
}

async function fieldsOn(back: Pixels): Promise<DocumentFields> {
  const data = await readBarcode(back);
  if (!data.ok) throw new Error(data.error);
  return data.value.fields;
}

const conclusions = (fields: DocumentFields, { lines, page }: Print) => ({
  layout: frontLayout(fields, lines, page),
  looksLike: printedKind(lines),
  specimen: saysSpecimen(lines),
  comparison: comparePrint(fields, lines),
});

const never = () => false;

describe('reading stops when no further line can change anything', { timeout: 180_000 }, () => {
  it.each([
    ['ana-rivera', 'print that agrees'],
    ['jose-nunez-ortiz', 'long names with accents'],
    ['victor-hale', 'print that was altered'],
    ['samuel-brookes', 'a blurred photo'],
  ])('%s, %s: the same is concluded as from all lines', async (id) => {
    const person = findPerson(id);
    if (!person) throw new Error(`no sandbox person ${id}`);
    const sides = await renderLicense(person);
    const front = await taken(sides.front);
    const fields = await fieldsOn(await taken(sides.back));
    const all = await readPrint(front, fields, never);
    const enough = await readPrint(front, fields);
    expect(conclusions(fields, enough)).toEqual(conclusions(fields, all));
    const isClean = comparePrint(fields, all.lines).every(({ agreement }) => agreement === 'same');
    if (isClean) expect(enough.lines.length).toBeLessThan(0.7 * all.lines.length);
    else expect(enough.lines.length).toBe(all.lines.length);
  });

  it('attack: a card without SPECIMEN, and a passport, are read to the last line', async () => {
    const [person] = sandboxPeople;
    if (!person) throw new Error('the sandbox is empty');
    const sides = await renderLicense(person, { rotateDegrees: 0 });
    const fields = await fieldsOn(await taken(sides.back));
    const paper = await sharp(sides.front)
      .extract({ left: 1250, top: 780, width: 330, height: 60 })
      .resize(720, 150, { fit: 'fill' })
      .toBuffer();
    const unmarked = await sharp(sides.front)
      .composite([{ input: paper, left: 830, top: 930 }])
      .jpeg()
      .toBuffer();
    for (const file of [unmarked, await renderPassport(person)]) {
      const photo = await taken(file);
      const [enough, all] = [await readPrint(photo, fields), await readPrint(photo, fields, never)];
      expect(enough.lines).toEqual(all.lines);
    }
  });
});
