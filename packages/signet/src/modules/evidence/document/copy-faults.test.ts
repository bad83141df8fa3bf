import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { forgeries } from '../../../../../../sandbox/corpus/forgeries.ts';
import { poorConditions } from '../../../../../../sandbox/corpus/poor-conditions.ts';
import { renderLicense, renderPassport } from '../../../../../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../../../../../sandbox/people/people.ts';
import type { SandboxPerson } from '../../../../../../sandbox/people/person.ts';
import { intakePhoto, pixelsOf } from '../photo/index.ts';
import { copyFaults } from './copy-faults.ts';
import type { Corners } from './page-layout.ts';

/** Where a specimen's card is in its photo, about. */
const corners: Corners = [
  { x: 0.08, y: 0.12 },
  { x: 0.92, y: 0.12 },
  { x: 0.92, y: 0.88 },
  { x: 0.08, y: 0.88 },
];

async function faultsOf(file: Buffer) {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  return copyFaults(await pixelsOf(photo.value), corners);
}

let person: SandboxPerson;
let stranger: SandboxPerson;
let front: Buffer;
beforeAll(async () => {
  [person, stranger] = sandboxPeople as [SandboxPerson, SandboxPerson];
  ({ front } = await renderLicense(person));
});

describe('A18: attack, a copy in the place of the document', () => {
  it.each([
    ['photocopy', ['no-color']],
    ['photo of a screen', ['regular-pattern']],
    ['print on paper', ['regular-pattern']],
  ] as const)('%s', async (instrument, faults) => {
    const forged = await forgeries[instrument]?.({ person, stranger });
    expect(forged && (await faultsOf(forged.front))).toEqual(faults);
  });

  it('a photocopy on a table that has color, in warm light', async () => {
    const { width = 0, height = 0 } = await sharp(front).metadata();
    const [w, h] = [Math.round(width * 0.84), Math.round(height * 0.76)];
    const copy = await sharp(front)
      .extract({ left: Math.round(width * 0.08), top: Math.round(height * 0.12), width: w, height: h })
      .grayscale()
      .toBuffer();
    const laid = await sharp(front)
      .composite([{ input: copy, left: Math.round(width * 0.08), top: Math.round(height * 0.12) }])
      .toBuffer();
    const warm = sharp(laid).linear([1, 0.85, 0.6], [0, 0, 0]).jpeg({ quality: 80 });
    expect(await faultsOf(await warm.toBuffer())).toEqual(['no-color']);
  });

  it.each([7, 23, 45])('waves of five pixels across the picture, at %i degrees', async (degrees) => {
    const stripes = `<svg xmlns="http://www.w3.org/2000/svg" width="1900" height="1309"><defs>
      <pattern id="p" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(${degrees})">
      <rect width="2.5" height="5" fill="#000" fill-opacity="0.12"/></pattern></defs>
      <rect width="1900" height="1309" fill="url(#p)"/></svg>`;
    const moire = sharp(front).composite([{ input: Buffer.from(stripes) }]);
    expect(await faultsOf(await moire.jpeg({ quality: 85 }).toBuffer())).toEqual(['regular-pattern']);
  });
});

describe('an original is no copy', () => {
  it.each(['yellow light', 'dark room', 'old camera', 'strongly compressed', 'far away', 'lamp on the card'])(
    'in this condition: %s',
    async (condition) => {
      const photos = await poorConditions[condition]?.(person);
      expect(photos && (await faultsOf(photos.front))).toEqual([]);
    },
  );

  it.each([
    [4000, 30],
    [2600, 60],
    [1100, 60],
  ])('taken at %i pixels and compressed at %i', async (width, quality) => {
    expect(await faultsOf(await sharp(front).resize(width).jpeg({ quality }).toBuffer())).toEqual([]);
  });

  it('nor is a passport', async () => {
    expect(await faultsOf(await renderPassport(person))).toEqual([]);
  });
});
