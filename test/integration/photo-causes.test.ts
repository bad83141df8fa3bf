import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createFaceSearch } from '../../packages/signet/src/modules/biometrics/index.ts';
import {
  evidenceKinds,
  intakePhoto,
  judgeAtOnce,
  type PhotoSeen,
  selfie,
} from '../../packages/signet/src/modules/evidence/index.ts';
import {
  cutOff,
  farAway,
  inTheDark,
  moved,
  outOfFocus,
  underLamp,
} from '../../sandbox/corpus/poor-photos.ts';
import { renderLicense } from '../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../sandbox/people/people.ts';
import { repository } from '../support/repository.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const people = sandboxPeople.filter(({ outcome }) => outcome === 'passes');
const search = createFaceSearch();
const seenAs = { 'no-face': 'none', 'several-faces': 'several', 'face-too-small': 'too-small' } as const;
const slots = { ...evidenceKinds.license.captures, selfie };

/** What is found at once, and the processor's milliseconds. */
async function look(slot: keyof typeof slots, file: Buffer) {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  const started = process.cpuUsage();
  const { problems }: PhotoSeen = await judgeAtOnce(slots[slot], photo.value, {
    faces: {
      async onDocument({ data, width, height }) {
        const problem = await search.portraitIn({ rgb: data, width, height });
        return problem ? seenAs[problem] : 'one';
      },
      async ofPerson({ data, width, height }) {
        const problem = await search.personIn({ rgb: data, width, height });
        return problem ? seenAs[problem] : 'one';
      },
    },
    today: '2026-11-30',
    sandbox: true,
  });
  const { user, system } = process.cpuUsage(started);
  return { problems, busy: (user + system) / 1000 };
}

let licenses: { front: Buffer; back: Buffer }[];
beforeAll(async () => {
  licenses = await Promise.all(people.map((person) => renderLicense(person)));
  for (const slot of ['front', 'selfie'] as const) await look(slot, licenses[0]?.front ?? Buffer.alloc(0)); // models load
});

const faults = {
  'a lamp over it': [(photo: Buffer) => underLamp(photo, 0.5, 0.35, 0.2), 'glare', 'barcode-glare'],
  'a hand that moved to the right': [(photo: Buffer) => moved(photo, 15, 0), 'moved', 'moved'],
  'a hand that moved aslant': [(photo: Buffer) => moved(photo, 15, 45), 'moved', 'moved'],
  'a hand that moved far': [(photo: Buffer) => moved(photo, 41, 70), 'moved', 'moved'],
  'a lens out of focus': [(photo: Buffer) => outOfFocus(photo, 6), 'blurry', 'blurry'],
  'a card far away': [(photo: Buffer) => farAway(photo, 0.3), 'too-far', undefined],
  'a barcode too far away to read': [(photo: Buffer) => farAway(photo, 0.18), undefined, 'too-far'],
  'a dark room': [(photo: Buffer) => inTheDark(photo, 0.12), 'too-dark', undefined],
  'a part outside the picture': [(photo: Buffer) => cutOff(photo, 0.25), 'cut-off', undefined],
  'most of the barcode outside': [(photo: Buffer) => cutOff(photo, 0.45), undefined, 'cut-off'],
} as const;

describe('finding D9: each cause is named as itself, and no other', () => {
  it.each(Object.entries(faults))('%s', async (_name, [spoil, ofFront, ofBack]) => {
    for (const { front, back } of licenses) {
      if (ofFront) expect((await look('front', await spoil(front))).problems).toContain(ofFront);
      if (ofBack) expect((await look('back', await spoil(back))).problems).toEqual([ofBack]);
    }
  });

  it('a slightly blurred back is not called glare, and one whose barcode reads is good', async () => {
    for (const { back } of licenses)
      for (const sigma of [2, 3, 4]) {
        const { problems } = await look('back', await outOfFocus(back, sigma));
        expect(problems.filter((problem) => problem !== 'blurry')).toEqual([]);
      }
  });
});

describe('finding P1: a good photo leads on, and no look takes two seconds of a processor', () => {
  it.each(people.map((person) => [person.id, person] as const))('%s', async (_id, person) => {
    const { front, back } = await renderLicense(person);
    const face = await readFile(path.join(repository, 'sandbox/faces', `${person.selfie}.jpg`));
    for (const [slot, file] of Object.entries({ front, back, selfie: face })) {
      const { problems, busy } = await look(slot as keyof typeof slots, file);
      expect([slot, problems]).toEqual([slot, []]);
      expect(busy).toBeLessThan(2000);
    }
  });
});

describe('finding D10: a picture that lies on its side or on its head is looked at the right way up', () => {
  it.each([90, 180, 270])('turned by %i degrees', async (degrees) => {
    const [license] = licenses;
    if (!license) throw new Error('no license was drawn');
    const face = await readFile(path.join(repository, 'sandbox/faces', `${people[0]?.selfie}.jpg`));
    for (const [slot, file] of Object.entries({ ...license, selfie: face })) {
      const turned = await sharp(file).rotate(degrees).jpeg({ quality: 92 }).toBuffer();
      expect([slot, (await look(slot as keyof typeof slots, turned)).problems]).toEqual([slot, []]);
    }
  });
});
