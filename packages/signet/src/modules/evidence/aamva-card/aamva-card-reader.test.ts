import bwip from 'bwip-js/node';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type LicenseOptions,
  renderLicense,
  renderPassport,
} from '../../../../../../sandbox/documents/index.ts';
import { findPerson } from '../../../../../../sandbox/people/people.ts';
import type { SandboxPerson } from '../../../../../../sandbox/people/person.ts';
import { type Box, isPortraitInPlace, type PageLayout } from '../document/index.ts';
import { intakePhoto, measurePhoto, type Photo } from '../photo/index.ts';
import { aamvaCard } from './aamva-card.ts';
import { createAamvaCardReader } from './aamva-card-reader.ts';
import { cardPhotos } from './card-photos.ts';

const reader = createAamvaCardReader();

function named(id: string): SandboxPerson {
  const person = findPerson(id);
  if (!person) throw new Error(`no sandbox person ${id}`);
  return person;
}

async function taken(file: Buffer): Promise<Photo> {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  return photo.value;
}

async function photos(id: string, options: LicenseOptions = {}) {
  const { front, back } = await renderLicense(named(id), options);
  return { front: await taken(front), back: await taken(back) };
}

/** Where the specimen's portrait has its face, in shares of the photo's sides. */
const portrait: Box = { x: 0.14, y: 0.38, width: 0.11, height: 0.2 };

/** The same in a photo turned to the right. */
const turnedBy = (box: Box, degrees: number): Box => {
  const { x, y, width, height } = box;
  if (degrees === 0) return box;
  return turnedBy({ x: 1 - y - height, y: x, width: height, height: width }, degrees - 90);
};

const isInPlace = ({ layout }: { layout: PageLayout }, face: Box): boolean =>
  isPortraitInPlace(aamvaCard.portraitPlace, layout.corners, face);

const altered = async (photo: Photo, change: (image: Sharp) => Sharp) =>
  taken(await change(sharp(photo.jpeg)).jpeg().toBuffer());

describe('reading a specimen license', { timeout: 60_000 }, () => {
  let sides: { front: Photo; back: Photo };
  beforeAll(async () => {
    sides = await photos('ana-rivera');
    await reader.read(sides); // models load here, so that what is timed below is a reading
  }, 60_000);

  it('A18, D1: reads the barcode and finds each of its fields on the print', async () => {
    const reading = await reader.read(sides);
    expect(reading).toMatchObject({
      looksLike: 'aamva-card',
      specimen: true,
      layout: { faults: [] },
      quality: { front: { problems: [] }, back: { problems: [] } },
      data: {
        ok: true,
        value: { issuerId: '636999', version: 10, knownVersion: true, fields: { familyName: 'RIVERA' } },
      },
    });
    expect(reading.comparison).toHaveLength(7);
    for (const { field, agreement } of reading.comparison)
      expect(['same', 'close'], field).toContain(agreement);
    expect(Object.keys(reading.stages)).toEqual(
      expect.arrayContaining(['quality', 'barcode', 'print', 'rectify', 'detectText', 'recognizeText']),
    );
  });

  it('A18: a person whose print was altered after the barcode was made shows in the comparison', async () => {
    const { comparison } = await reader.read(await photos('victor-hale'));
    const differing = comparison.filter((one) => one.agreement === 'differs').map((one) => one.field);
    expect(differing).toEqual(['birthDate', 'documentNumber']);
  });

  it.each([-8, -5, 3, 8])('reads both sides tilted by %i degrees', async (rotateDegrees) => {
    const reading = await reader.read(await photos('ana-rivera', { rotateDegrees }));
    expect(reading.data.ok).toBe(true);
    expect(reading.comparison.filter((one) => one.agreement === 'same').length).toBeGreaterThanOrEqual(5);
  });

  it.each([90, 180, 270])('reads both sides turned by %i degrees', async (degrees) => {
    const turned = {
      front: await altered(sides.front, (image) => image.rotate(degrees)),
      back: await altered(sides.back, (image) => image.rotate(degrees)),
    };
    const reading = await reader.read(turned);
    expect(reading).toMatchObject({ looksLike: 'aamva-card', data: { ok: true }, layout: { faults: [] } });
    expect(isInPlace(reading, turnedBy(portrait, degrees))).toBe(true);
    expect(isInPlace(reading, turnedBy({ ...portrait, x: 0.7 }, degrees))).toBe(false);
    expect(reading.comparison.filter((one) => one.agreement === 'same').length).toBeGreaterThanOrEqual(5);
  });

  it('reads a card that fills the photo, where no outline shows', async () => {
    const inner = { left: 175, top: 175, width: 1550, height: 950 };
    const reading = await reader.read({
      front: await altered(sides.front, (image) => image.extract(inner)),
      back: await altered(sides.back, (image) => image.extract(inner)),
    });
    expect(reading.data.ok).toBe(true);
    expect(reading.comparison.filter((one) => one.agreement === 'same').length).toBeGreaterThanOrEqual(5);
  });

  it('A4, D1: says which card it is by its barcode and by its print, also where they contradict each other', async () => {
    const cardTypes = async (front: Photo, back: Photo) => {
      const { data, printedCardType, layout } = await reader.read({ front, back });
      expect(layout.faults).toEqual([]);
      return [data.ok && data.value.cardType, printedCardType];
    };
    const odessa = await photos('odessa-marsh');
    expect(await cardTypes(sides.front, sides.back)).toEqual(['license', 'license']);
    expect(await cardTypes(odessa.front, odessa.back)).toEqual(['state-id', 'state-id']);
    const forged = await photos('odessa-marsh', { barcodeSubfile: 'DL' });
    expect(await cardTypes(odessa.front, forged.back)).toEqual(['license', 'state-id']);
    const enhanced = await photos('odessa-marsh', { barcodeSubfile: 'EN' });
    expect(await cardTypes(odessa.front, enhanced.back)).toEqual([undefined, 'state-id']);
  });

  it('finding D8: reads a Canadian license, its dates and its postal code', async () => {
    const { data, comparison, layout } = await reader.read(await photos('marie-claire-bouchard'));
    expect(layout.faults).toEqual([]);
    expect(data).toMatchObject({
      ok: true,
      value: { issuerId: '636998', fields: { birthDate: '1995-04-19', postalCode: 'Z0L1A4' } },
    });
    for (const { field, agreement } of comparison) expect(['same', 'close'], field).toContain(agreement);
  });

  it('D2: reads a barcode of a version nobody knows, and says so', async () => {
    const { back } = await photos('ana-rivera', { aamvaVersion: 99 });
    expect((await reader.read({ ...sides, back })).data).toMatchObject({
      ok: true,
      value: { version: 99, knownVersion: false, fields: { givenName: 'ANA' } },
    });
  });

  it('says what is wrong with the back: none, another barcode, an impossible one', async () => {
    const barcodeOf = async (back: Photo) => (await reader.read({ ...sides, back })).data;
    const none = await photos('ana-rivera', { noBarcode: true });
    expect(await barcodeOf(none.back)).toEqual({ ok: false, error: 'no-barcode' });
    expect(await barcodeOf(sides.front)).toEqual({ ok: false, error: 'no-barcode' });
    const boardingPass = await bwip.toBuffer({
      bcid: 'pdf417',
      text: 'M1DOE/JANE EABC123 SPECIMEN',
      scale: 4,
    });
    const foreign = await altered(sides.front, (image) => image.composite([{ input: boardingPass }]));
    expect(await barcodeOf(foreign)).toEqual({ ok: false, error: 'not-aamva' });
    const hostile = { DCS: '<script>alert(1)</script>' };
    const { back } = await photos('ana-rivera', { barcodeOverrides: hostile });
    expect(await barcodeOf(back)).toEqual({ ok: false, error: 'incomplete' });
  });

  it('sees a passport where a license was asked for', async () => {
    const front = await taken(await renderPassport(named('kai-nakamura')));
    expect((await reader.read({ ...sides, front })).looksLike).toBe('passport');
  });

  it('asks for another photo of a blurred, glaring or dark side, and claims nothing from it', async () => {
    const blurred = await photos('samuel-brookes');
    const reading = await reader.read(blurred);
    expect(reading.quality.front.problems).toEqual(['blurry']);
    expect(reading.comparison.filter((one) => one.agreement === 'differs')).toEqual([]);
    const { front } = await photos('ana-rivera', { glare: true });
    expect((await measurePhoto(front, cardPhotos.front)).problems).toEqual(['glare']);
    const dark = await altered(sides.front, (image) => image.linear(0.2));
    expect((await measurePhoto(dark, cardPhotos.front)).problems).toEqual(['too-dark']);
    const small = await altered(sides.back, (image) => image.resize({ width: 800 }));
    expect((await measurePhoto(small, cardPhotos.back)).problems).toEqual(['low-resolution']);
  });
});
