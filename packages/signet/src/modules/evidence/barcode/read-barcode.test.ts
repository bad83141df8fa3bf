import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderLicense } from '../../../../../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../../../../../sandbox/people/people.ts';
import type { Pixels } from '../image/index.ts';
import { intakePhoto, pixelsOf } from '../photo/index.ts';
import { readBarcode } from './read-barcode.ts';
import { barcodeTries } from './settings.ts';

const tried = vi.hoisted(() => ({ images: [] as Pixels[] }));

vi.mock(import('./zxing.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    readPdf417: async (image, ...more) => {
      tried.images.push(image);
      return module.readPdf417(image, ...more);
    },
  };
});

beforeEach(() => {
  tried.images.length = 0;
});
afterEach(() => vi.restoreAllMocks());

const [person] = sandboxPeople;
if (!person) throw new Error('the sandbox is empty');

async function taken(file: Buffer): Promise<Pixels> {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  return pixelsOf(photo.value);
}

/** Rows that lean 3.4 degrees apart from their bars: only a later try at another tilt reads these. */
async function leaning(): Promise<Pixels> {
  const { back } = await renderLicense(person as (typeof sandboxPeople)[number], { rotateDegrees: 0 });
  return taken(
    await sharp(back).affine([1, 0, 0.06, 1], { background: '#555555' }).jpeg({ quality: 88 }).toBuffer(),
  );
}

it('reads as many tries on a machine too busy to finish one in an hour', { timeout: 120_000 }, async () => {
  const back = await leaning();
  const hours = vi.spyOn(performance, 'now');
  hours.mockImplementation(() => hours.mock.calls.length * 3_600_000);
  expect(await readBarcode(back)).toMatchObject({ ok: true, value: { fields: { familyName: 'RIVERA' } } });
  expect(tried.images.length).toBeGreaterThan(3);
});

it('gives up on a side without a barcode after so many pixels', { timeout: 120_000 }, async () => {
  const { back } = await renderLicense(person, { noBarcode: true });
  expect(await readBarcode(await taken(back))).toEqual({ ok: false, error: 'no-barcode' });
  const sizes = tried.images.map(({ width, height }) => width * height);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  expect(all - (sizes.at(-1) ?? 0)).toBeLessThanOrEqual(barcodeTries.mostPixels);
  expect(sizes.length).toBeLessThanOrEqual(6);
});
