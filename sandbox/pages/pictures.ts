import { renderLicense, renderPassport, renderPassportCard } from '../documents/index.ts';
import { faceJpeg } from '../faces/face-jpeg.ts';
import type { SandboxPerson } from '../people/person.ts';

/** The files of a person that a page offers. */
export const pictureNames = [
  'portrait',
  'selfie',
  'license-front',
  'license-back',
  'state-id-front',
  'state-id-back',
  'passport',
  'passport-card-front',
  'passport-card-back',
] as const;
export type PictureName = (typeof pictureNames)[number];

/** What a picture's name begins with. */
const kinds = [
  'passport-card',
  'passport',
  'state-id',
] as const satisfies readonly SandboxPerson['document'][];

/** Draws each document at its first request and keeps it: about a megabyte a person. */
export function createPictures(): (person: SandboxPerson, name: PictureName) => Promise<Buffer> {
  const drawn = new Map<string, Promise<ReadonlyMap<PictureName, Buffer>>>();
  return async (person, name) => {
    if (name === 'portrait') return faceJpeg(person.portrait);
    if (name === 'selfie') return faceJpeg(person.selfie);
    const kind = kinds.find((one) => name.startsWith(one)) ?? 'license';
    const key = `${kind} ${person.id}`;
    const known = drawn.get(key);
    const drawing = known ?? draw(person, kind);
    if (!known) {
      drawn.set(key, drawing);
      drawing.catch(() => drawn.delete(key));
    }
    const picture = (await drawing).get(name);
    if (picture === undefined) throw new Error(`No picture ${name} was drawn`);
    return picture;
  };
}

async function draw(
  person: SandboxPerson,
  kind: SandboxPerson['document'],
): Promise<ReadonlyMap<PictureName, Buffer>> {
  if (kind === 'passport') return new Map([['passport', await renderPassport(person)]]);
  const { front, back } = await (kind === 'passport-card'
    ? renderPassportCard(person)
    : renderLicense(person));
  return new Map<PictureName, Buffer>([
    [`${kind}-front`, front],
    [`${kind}-back`, back],
  ]);
}
