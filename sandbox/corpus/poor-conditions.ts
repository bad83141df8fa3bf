import sharp, { type Sharp } from 'sharp';
import { type LicensePhotos, renderLicense } from '../documents/index.ts';
import type { SandboxPerson } from '../people/person.ts';
import { cutOff, farAway, inTheDark, moved, outOfFocus, underLamp } from './poor-photos.ts';

type Photograph = (person: SandboxPerson) => Promise<LicensePhotos>;

const bothSides =
  (spoil: (photo: Buffer) => Promise<Buffer>): Photograph =>
  async (person) => {
    const { front, back } = await renderLicense(person);
    return { front: await spoil(front), back: await spoil(back) };
  };

const again = (photo: Buffer, change: (image: Sharp) => Sharp): Promise<Buffer> =>
  change(sharp(photo)).toBuffer();

/** Genuine documents as people photograph them: in a hurry, in bad light, with an old phone. */
export const poorConditions: Readonly<Record<string, Photograph>> = {
  'out of focus': bothSides((photo) => outOfFocus(photo, 2)),
  'moved hand': bothSides((photo) => moved(photo, 9, 20)),
  'far away': bothSides((photo) => farAway(photo, 0.6)),
  'dark room': bothSides((photo) => inTheDark(photo, 0.35)),
  'lamp on the card': bothSides((photo) => underLamp(photo, 0.75, 0.75, 0.1)),
  'cut off at the edge': bothSides((photo) => cutOff(photo, 0.06)),
  'on its side': bothSides((photo) => again(photo, (image) => image.rotate(90).jpeg({ quality: 88 }))),
  'upside down': bothSides((photo) => again(photo, (image) => image.rotate(180).jpeg({ quality: 88 }))),
  'old camera': bothSides((photo) => again(photo, (image) => image.resize(1280).jpeg({ quality: 60 }))),
  'strongly compressed': bothSides((photo) => again(photo, (image) => image.jpeg({ quality: 25 }))),
  'yellow light': bothSides((photo) =>
    again(photo, (image) => image.linear([1, 0.85, 0.55], [0, 0, 0]).jpeg({ quality: 88 })),
  ),
  'worn barcode': async (person) => {
    const { front, back } = await renderLicense(person);
    return { front, back: await scratched(back) };
  },
};

/** Years in a wallet: thin lines across the bars. */
async function scratched(photo: Buffer): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  const lines = Array.from({ length: 9 }, (_, at) => {
    const x = (0.12 + at * 0.085) * width;
    return `<path d="M${x} 0 L${x + 70} ${height}" stroke="#f4f4f0" stroke-width="3" stroke-opacity="0.9"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`;
  return sharp(photo)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
