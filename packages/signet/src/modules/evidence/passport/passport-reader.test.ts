import { beforeAll, describe, expect, it } from 'vitest';
import {
  type PassportOptions,
  renderLicense,
  renderPassport,
} from '../../../../../../sandbox/documents/index.ts';
import { checkDigit, td3 } from '../../../../../../sandbox/documents/mrz.ts';
import { faceJpeg } from '../../../../../../sandbox/faces/face-jpeg.ts';
import { findPerson } from '../../../../../../sandbox/people/people.ts';
import type { SandboxPerson } from '../../../../../../sandbox/people/person.ts';
import { type DocumentReading, isPortraitInPlace } from '../document/index.ts';
import { license } from '../license/index.ts';
import type { MrzProblem } from '../mrz/index.ts';
import { intakePhoto, type Photo } from '../photo/index.ts';
import { passport } from './passport.ts';
import { createPassportReader } from './passport-reader.ts';

const reader = createPassportReader(() => '2026-05-04');

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

type Reading = DocumentReading<'data-page', MrzProblem>;

const read = async (id: string, options: PassportOptions = {}): Promise<Reading> =>
  reader.read({ 'data-page': await taken(await renderPassport(named(id), options)) });

const agreementsOf = ({ comparison }: Reading) =>
  Object.fromEntries(comparison.map(({ field, agreement }) => [field, agreement]));

const fieldsOf = ({ data }: Reading) => {
  if (!data.ok) throw new Error(data.error);
  return data.value.fields;
};

const allSame = {
  issuer: 'same',
  familyName: 'same',
  givenName: 'same',
  birthDate: 'same',
  documentNumber: 'same',
  expiryDate: 'same',
};

describe('A18, D3: a passport', { timeout: 90_000 }, () => {
  let marisol: Reading;
  beforeAll(async () => {
    marisol = await read('marisol-quintero');
  });

  it('is read: zone, print, the one against the other, and that its page stands as one does', () => {
    expect(fieldsOf(marisol)).toEqual({
      familyName: 'QUINTERO PENA',
      givenName: 'MARISOL',
      middleName: 'INES',
      birthDate: '1990-12-08',
      documentNumber: 'P7306142',
      issueDate: '2022-05-10',
      expiryDate: '2032-05-09',
      sex: 'female',
    });
    expect(marisol).toMatchObject({ looksLike: 'passport', specimen: true, layout: { faults: [] } });
    expect(agreementsOf(marisol)).toEqual(allSame);
  });

  it.each([
    ['upside down', { rotateDegrees: 181 }],
    ['aslant', { rotateDegrees: 5 }],
    ['a little blurred', { blur: 1 }],
  ])('is read %s', async (_, options) => {
    const reading = await read('marisol-quintero', options);
    expect(fieldsOf(reading).documentNumber).toBe('P7306142');
    expect(reading.layout.faults).toEqual([]);
  });

  it('finding D15: gives a name that the zone had no room for as the page prints it', async () => {
    const reading = await read('eleni-papadopoulou');
    expect(fieldsOf(reading)).toMatchObject({
      familyName: 'PAPADOPOULOU-KONSTANTINOPOLITIDOU-MAKRI',
      givenName: 'ELENI',
    });
    expect(Object.values(agreementsOf(reading))).not.toContain('differs');
  });

  it('finding D15: of another state, with letters that the zone writes as two, is given on as its page prints it', async () => {
    const reading = await read('jurgen-koster');
    expect(reading.data).toMatchObject({ ok: true, value: { issuerId: 'ZZR' } });
    // OCR knows no such letter, and the one without its mark is close
    expect(['same', 'close']).toContain(agreementsOf(reading).givenName);
    expect(['same', 'close']).toContain(agreementsOf(reading).familyName);
    expect(Object.values(agreementsOf(reading))).not.toContain('differs');
    expect(fieldsOf(reading)).toMatchObject({ givenName: 'JÜRGEN', familyName: 'KÖSTER' });
  });

  it('whose zone does not read states by its print what the zone would have', async () => {
    const zone = ['P<UTOX<<Y'.padEnd(44, '<'), '1'.repeat(44)] as const;
    const reading = await read('marisol-quintero', { zone });
    expect(reading.data.ok).toBe(false);
    const { sex: _, ...fields } = fieldsOf(marisol);
    // OCR drops the spaces of print now and then
    const joined = (one: typeof fields | undefined) => ({
      ...one,
      familyName: one?.familyName.replaceAll(' ', ''),
      givenName: [one?.givenName, one?.middleName].join(''),
      middleName: undefined,
    });
    expect(joined(reading.printed?.fields)).toEqual(joined(fields));
    expect(reading.printed?.issuerId).toBe('UTO');
    expect(agreementsOf(reading)).toEqual(allSame);
    expect(reading.layout.faults).toEqual([]);
  });

  it('that has run out, or is not good yet, says so', async () => {
    const expired = await read('marisol-quintero', {
      facts: { issued: '2012-05-10', expires: '2022-05-09' },
    });
    expect(passport.expiryOn(fieldsOf(expired), '2026-05-04')).toBe('expired');
    const early = await read('marisol-quintero', { facts: { issued: '2027-05-10', expires: '2037-05-09' } });
    expect(passport.expiryOn(fieldsOf(early), '2026-05-04')).toBe('not-yet-valid');
    expect(passport.expiryOn(fieldsOf(marisol), '2026-05-04')).toBe('valid');
  });
});

describe('A18: attacks on a passport', { timeout: 90_000 }, () => {
  const marisol = named('marisol-quintero');
  const { passport: facts } = marisol;
  if (!facts) throw new Error('Marisol has a passport');

  it('attack, a forged zone with right check digits: it differs from what the page prints', async () => {
    const zone = td3({ ...marisol, birthDate: '1961-03-02' }, 'P7306149', facts);
    const reading = await read('marisol-quintero', { zone });
    expect(reading.data.ok).toBe(true);
    expect(agreementsOf(reading)).toMatchObject({ birthDate: 'differs', documentNumber: 'differs' });
  });

  it('attack, a forged zone in another name: it differs from what the page prints', async () => {
    const zone = td3({ ...marisol, familyName: 'Hale', givenName: 'Victoria' }, facts.number, facts);
    expect(agreementsOf(await read('marisol-quintero', { zone }))).toMatchObject({ familyName: 'differs' });
  });

  it('attack, a second set of labels that bears a forged zone out: what the page prints of its own still differs', async () => {
    const zone = td3({ ...marisol, familyName: 'Hale', birthDate: '1961-03-02' }, 'P7306149', facts);
    const alsoPrinted = [
      ['Surname', 'HALE'],
      ['Passport No.', 'P7306149'],
      ['Date of birth', '02 MAR 1961'],
    ] as const;
    expect(agreementsOf(await read('marisol-quintero', { zone, alsoPrinted }))).toEqual({
      ...allSame,
      familyName: 'differs',
      documentNumber: 'differs',
      birthDate: 'differs',
    });
  });

  it('attack, a scratched zone and a second set of labels: the print differs from itself', async () => {
    const zone = ['P<UTOX<<Y'.padEnd(44, '<'), '1'.repeat(44)] as const;
    const reading = await read('marisol-quintero', { zone, alsoPrinted: [['Surname', 'HALE']] });
    expect(agreementsOf(reading)).toMatchObject({ familyName: 'differs', birthDate: 'same' });
  });

  it('attack, another issuing state in the zone, of which no office here is asked: it differs from the print', async () => {
    const zone = td3(marisol, facts.number, { ...facts, issuer: 'ZZR' });
    const reading = await read('marisol-quintero', { zone });
    expect(reading.data).toMatchObject({ ok: true, value: { issuerId: 'ZZR' } });
    expect(agreementsOf(reading)).toMatchObject({ issuer: 'differs', documentNumber: 'same' });
  });

  it('attack, edited digits in the zone: the check digits say so, and no number is made to fit', async () => {
    const [names, data] = td3(marisol, facts.number, facts);
    const edited = data.replace('901208', '611208');
    expect((await read('marisol-quintero', { zone: [names, edited] })).data).toEqual({
      ok: false,
      error: 'check-digit',
    });
    const own = `${'611208'}${checkDigit('611208')}`;
    const recomputed = data.replace(`901208${checkDigit('901208')}`, own);
    expect((await read('marisol-quintero', { zone: [names, recomputed] })).data.ok).toBe(false);
  });

  it('attack, a sheet with nothing but a zone: no title, no labels, little print, no color', async () => {
    const reading = await read('marisol-quintero', { zoneAlone: true });
    expect(reading.layout.faults).toEqual(['no-title', 'no-labels', 'little-print', 'no-color']);
    expect(Object.values(agreementsOf(reading))).not.toContain('same');
  });

  it('attack, a portrait pasted where no passport has its own', async () => {
    const jpeg = await faceJpeg('p08_1');
    const { layout } = await read('marisol-quintero', { portrait: { jpeg, box: [1120, 420, 330, 424] } });
    // where the matcher finds its face: the middle of the pasted picture, in shares of the photo
    const face = { x: 0.69, y: 0.42, width: 0.1, height: 0.16 };
    expect(isPortraitInPlace(passport.portraitPlace, layout.corners, face)).toBe(false);
    expect(isPortraitInPlace(passport.portraitPlace, layout.corners, { ...face, x: 0.17 })).toBe(true);
  });

  it('attack, a license given as a passport, and a passport as a license: each is told', async () => {
    const { front, back } = await renderLicense(marisol);
    const asPassport = await reader.read({ 'data-page': await taken(front) });
    expect(asPassport).toMatchObject({ looksLike: 'aamva-card', data: { ok: false, error: 'no-zone' } });
    const asLicense = await license.createReader().read({
      front: await taken(await renderPassport(marisol)),
      back: await taken(back),
    });
    expect(asLicense.looksLike).toBe('passport');
  });

  it('a made-up state is taken in the sandbox alone, and a real one outside it', () => {
    expect(passport.acceptsIssuer('UTO', { sandbox: true })).toBe(true);
    expect(passport.acceptsIssuer('UTO', { sandbox: false })).toBe(false);
    expect(passport.acceptsIssuer('USA', { sandbox: false })).toBe(true);
    expect(passport.acceptsIssuer('USA', { sandbox: true })).toBe(false);
    expect(passport.acceptsIssuer('XQZ', { sandbox: false })).toBe(false);
  });
});
