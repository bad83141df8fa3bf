import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LicensePhotos, renderLicense } from '../documents/index.ts';
import { faceJpeg, notShownBy, type Shown, shownInFrame } from '../faces/face-jpeg.ts';
import { sandboxPeople } from '../people/people.ts';
import type { FaceImage, SandboxPerson } from '../people/person.ts';
import { forgeries } from './forgeries.ts';
import { poorConditions } from './poor-conditions.ts';

/** In whose story something is wrong with the license itself, or that show none. */
const withoutGoodLicense = [
  'expired-license',
  'barcode-disagrees',
  'blurry-photo',
  'passport-instead',
  'foreign-passport',
];

/** Five people whose license is in order: an instrument is tried on each. */
const holders = sandboxPeople
  .filter(
    ({ outcome, license: { isIdCard, issuer } }) =>
      !withoutGoodLicense.includes(outcome) && !isIdCard && !issuer,
  )
  .slice(0, 5);

/**
 * Writes made-up faces, attacks and documents, laid out as Signet's `evaluate` reads them: to show how it is measured, never
 * what the rates are for people.
 */
export async function writeCorpus(root: string): Promise<void> {
  await writeFaces(root);
  await writeAttacks(path.join(root, 'attacks'));
  await writeDocuments(path.join(root, 'documents'));
}

async function writeDocuments(root: string): Promise<void> {
  for (const person of holders) {
    const stranger = holders[(holders.indexOf(person) + 1) % holders.length] ?? person;
    await writeLicense(path.join(root, 'genuine', person.id), await renderLicense(person));
    for (const [condition, photograph] of Object.entries(poorConditions))
      await writeLicense(path.join(root, 'genuine', `${person.id}, ${condition}`), await photograph(person));
    for (const [instrument, forge] of Object.entries(forgeries))
      await writeLicense(path.join(root, 'forged', instrument, person.id), await forge({ person, stranger }));
  }
}

async function writeLicense(folder: string, { front, back }: LicensePhotos): Promise<void> {
  const named = { kind: 'license', photos: { front: 'front.jpg', back: 'back.jpg' } };
  await writeAll(folder, { 'front.jpg': front, 'back.jpg': back, 'document.json': asJson(named) });
}

interface Described {
  readonly id: string;
  readonly sex: string;
  readonly skin: string;
}

const facesFolder = path.join(import.meta.dirname, '..', 'faces');

/** Everybody's portrait against everybody's selfie, in groups by sex and skin. */
async function writeFaces(root: string): Promise<void> {
  const { people } = JSON.parse(await readFile(path.join(facesFolder, 'people.json'), 'utf8')) as {
    readonly people: readonly Described[];
  };
  const pictured = people.flatMap((one) => {
    const holder = sandboxPeople.find(({ portrait }) => portrait.startsWith(one.id));
    return holder ? [{ ...one, portrait: holder.portrait, selfie: selfieOf(holder) }] : [];
  });
  const lines = pictured.flatMap((holder) =>
    pictured.map((other) => ({
      document: `${holder.portrait}.jpg`,
      selfie: `${other.selfie}.jpg`,
      same: holder.id === other.id,
      groups: holder.sex === other.sex ? [holder.sex] : [],
    })),
  );
  const images = [...new Set(pictured.flatMap(({ portrait, selfie }) => [portrait, selfie]))];
  const files = await Promise.all(
    images.map(async (image) => [`${image}.jpg`, await faceJpeg(image)] as const),
  );
  await writeAll(path.join(root, 'faces'), Object.fromEntries(files));
  await writeFile(
    path.join(root, 'pairs.jsonl'),
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
  );
}

/** A selfie of the same face: of some people the story's selfie is another's. */
const selfieOf = ({ portrait, selfie }: SandboxPerson): FaceImage =>
  selfie.slice(0, 3) === portrait.slice(0, 3) ? selfie : portrait;

const tried = ['turn-left', 'turn-right', 'chin-down', 'open-mouth'] as const satisfies readonly Shown[];

/** Living faces, and three things held before the camera in their place. */
async function writeAttacks(root: string): Promise<void> {
  for (const [at, { id, portrait }] of holders.entries()) {
    const stranger = holders[(at + 1) % holders.length]?.portrait ?? portrait;
    const shows = tried.filter((movement) => !notShownBy(portrait).includes(movement));
    const living = await framesOf(portrait, shows);
    await writeAttack(path.join(root, 'bona-fide', id), await faceJpeg(portrait), living);
    const still = await faceJpeg(portrait);
    await writeAttack(path.join(root, 'still picture', id), still, sameFor(shows, still));
    const straight = await shownInFrame(portrait, 'straight');
    await writeAttack(path.join(root, 'paused video', id), still, sameFor(shows, straight));
    await writeAttack(path.join(root, 'another person', id), await faceJpeg(stranger), living);
  }
}

type Frames = ReadonlyMap<Shown, Buffer>;

const framesOf = async (image: FaceImage, shows: readonly Shown[]): Promise<Frames> =>
  new Map(
    await Promise.all(
      (['straight', ...shows] as const).map(async (what) => [what, await shownInFrame(image, what)] as const),
    ),
  );

const sameFor = (shows: readonly Shown[], frame: Buffer): Frames =>
  new Map((['straight', ...shows] as const).map((what) => [what, frame]));

async function writeAttack(folder: string, portrait: Buffer, frames: Frames): Promise<void> {
  const movements = [...frames.keys()].filter((what) => what !== 'straight');
  const named = {
    document: 'portrait.jpg',
    straight: 'straight.jpg',
    movements: Object.fromEntries(movements.map((what) => [what, `${what}.jpg`])),
  };
  const files = [...frames].map(([what, frame]) => [`${what}.jpg`, frame] as const);
  await writeAll(folder, {
    'portrait.jpg': portrait,
    ...Object.fromEntries(files),
    'attack.json': asJson(named),
  });
}

const asJson = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

async function writeAll(folder: string, files: Readonly<Record<string, Buffer>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
}
