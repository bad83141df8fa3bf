import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Text, write } from '../../../../../../sandbox/documents/card.ts';
import { renderLicense } from '../../../../../../sandbox/documents/index.ts';
import { faceJpeg } from '../../../../../../sandbox/faces/face-jpeg.ts';
import { findPerson } from '../../../../../../sandbox/people/people.ts';
import { intakePhoto, type Photo } from '../photo/index.ts';
import { createAamvaCardReader } from './aamva-card-reader.ts';

const reader = createAamvaCardReader();

async function taken(file: Buffer): Promise<Photo> {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  return photo.value;
}

type Line = readonly [text: string, x: number, y: number, look?: Partial<Text>];

/** A white sheet with a stranger's face pasted on it and these lines. */
async function sheet(lines: readonly Line[]): Promise<Photo> {
  const canvas = createCanvas(1600, 1100);
  const draw = canvas.getContext('2d');
  draw.fillStyle = '#fff';
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.drawImage(await loadImage(await faceJpeg('p08_1')), 80, 250, 400, 500);
  for (const [text, x, y, look] of lines) write(draw, text, x, y, { size: 48, color: '#111', ...look });
  return taken(canvas.toBuffer('image/jpeg'));
}

describe('finding S7: attack, a sheet of paper beside a barcode that its maker printed', {
  timeout: 60_000,
}, () => {
  let back: Photo;
  beforeAll(async () => {
    const ana = findPerson('ana-rivera');
    if (!ana) throw new Error('the sandbox has lost Ana Rivera');
    back = await taken((await renderLicense(ana)).back);
  });

  const facts = ['RIVERA', 'ANA LUCIA', '03/14/1983', 'R4417209'] as const;

  it('four typed lines agree with the barcode, and are no license', async () => {
    const front = await sheet(facts.map((text, at) => [text, 620, 300 + 110 * at]));
    const { data, comparison, layout } = await reader.read({ front, back });
    expect(data.ok).toBe(true);
    expect(comparison.filter(({ agreement }) => agreement === 'same').length).toBeGreaterThanOrEqual(3);
    expect(layout.faults).toEqual(['no-title', 'no-labels', 'little-print']);
  });

  it('nor with the words of a license over them', async () => {
    const front = await sheet([
      ['DRIVER LICENSE', 620, 140],
      ...facts.map((text, at): Line => [text, 620, 300 + 110 * at]),
    ]);
    expect((await reader.read({ front, back })).layout.faults).toEqual(['no-labels', 'little-print']);
  });

  it('nor with labels beside them: a person looks', async () => {
    const front = await sheet([
      ['DRIVER LICENSE', 620, 140],
      ['RIVERA', 620, 300],
      ['ANA LUCIA', 620, 410],
      ['DOB', 620, 520],
      ['03/14/1983', 800, 520],
      ['DL', 620, 630],
      ['R4417209', 800, 630],
    ]);
    expect((await reader.read({ front, back })).layout.faults).toEqual(['little-print']);
  });
});

describe('no specimen is taken for a sheet', { timeout: 60_000 }, () => {
  it.each([
    ['long names with accents', 'jose-nunez-ortiz'],
    ['print that was altered', 'victor-hale'],
  ])('%s', async (_, id) => {
    const person = findPerson(id);
    if (!person) throw new Error(`no sandbox person ${id}`);
    const { front, back } = await renderLicense(person);
    const reading = await reader.read({ front: await taken(front), back: await taken(back) });
    expect(reading.layout.faults).toEqual([]);
  });
});
