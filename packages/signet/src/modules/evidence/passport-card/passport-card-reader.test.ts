import { beforeAll, describe, expect, it } from 'vitest';
import { renderLicense, renderPassportCard } from '../../../../../../sandbox/documents/index.ts';
import { findPerson } from '../../../../../../sandbox/people/people.ts';
import type { SandboxPerson } from '../../../../../../sandbox/people/person.ts';
import { type FacesSeen, judgeAtOnce } from '../kind/index.ts';
import { intakePhoto, type Photo } from '../photo/index.ts';
import { passportCard } from './passport-card.ts';
import { createPassportCardReader } from './passport-card-reader.ts';

const reader = createPassportCardReader(() => '2026-05-04');

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

const tomas = named('tomas-beaulieu');
let card: { front: Photo; back: Photo };
beforeAll(async () => {
  const { front, back } = await renderPassportCard(tomas);
  card = { front: await taken(front), back: await taken(back) };
});

describe('A18, D3: a passport card', { timeout: 90_000 }, () => {
  it('finding D1: is read, zone on the back against print on the front, the suffix apart', async () => {
    const { data, comparison, layout, looksLike, specimen } = await reader.read(card);
    expect(data).toMatchObject({
      ok: true,
      value: {
        issuerId: 'UTO',
        fields: {
          familyName: 'BEAULIEU',
          givenName: 'TOMAS',
          suffix: 'JR',
          birthDate: '1988-06-03',
          documentNumber: 'C5520917',
          issueDate: '2023-01-20',
          expiryDate: '2033-01-19',
        },
      },
    });
    expect(comparison.map(({ agreement }) => agreement)).toEqual(Array.from({ length: 6 }, () => 'same'));
    expect({ faults: layout.faults, looksLike, specimen }).toEqual({
      faults: [],
      looksLike: 'passport',
      specimen: true,
    });
  });

  it('attack, the back of another card than the front: they differ', async () => {
    const other = await renderPassportCard({ ...named('marisol-quintero'), document: 'passport-card' });
    const { data, comparison } = await reader.read({ front: card.front, back: await taken(other.back) });
    expect(data.ok).toBe(true);
    expect(comparison.filter(({ agreement }) => agreement === 'differs').length).toBeGreaterThanOrEqual(3);
  });

  it('whose back does not read states by its front what the zone would have, the suffix apart', async () => {
    const { data, printed, layout } = await reader.read({ front: card.front, back: card.front });
    expect(data).toEqual({ ok: false, error: 'no-zone' });
    expect(printed).toEqual({
      issuerId: 'UTO',
      fields: {
        familyName: 'BEAULIEU',
        givenName: 'TOMAS',
        suffix: 'JR',
        birthDate: '1988-06-03',
        documentNumber: 'C5520917',
        issueDate: '2023-01-20',
        expiryDate: '2033-01-19',
      },
    });
    expect(layout.faults).toEqual([]);
  });

  it('attack, a license given as a passport card: it is told', async () => {
    const { front, back } = await renderLicense(tomas);
    expect(await reader.read({ front: await taken(front), back: await taken(back) })).toMatchObject({
      looksLike: 'aamva-card',
      data: { ok: false, error: 'no-zone' },
    });
  });

  it('finding P1: a quick look tells the wrong side and another document at once, and nothing of the right one', async () => {
    const told = async (slot: 'front' | 'back', photo: Photo, faces: FacesSeen = 'one') =>
      (
        await judgeAtOnce(passportCard.captures[slot], photo, {
          faces: { onDocument: async () => faces, ofPerson: async () => faces },
          today: '2026-05-04',
          sandbox: true,
        })
      ).problems;
    expect(await told('front', card.front)).toEqual([]);
    expect(await told('back', card.back, 'none')).toEqual([]);
    expect(await told('front', card.back, 'none')).toEqual(['other-side']);
    expect(await told('back', card.front)).toEqual(['other-side']);
    expect(await told('front', await taken((await renderLicense(tomas)).front))).toEqual(['other-document']);
  });
});
