import { createCanvas, loadImage } from '@napi-rs/canvas';
import sharp from 'sharp';
import { write } from '../documents/card.ts';
import { type LicensePhotos, renderLicense } from '../documents/index.ts';
import { faceJpeg } from '../faces/face-jpeg.ts';
import type { SandboxPerson } from '../people/person.ts';

/** The person whose document is forged, and a stranger from whom something is taken for it. */
export interface Forging {
  readonly person: SandboxPerson;
  readonly stranger: SandboxPerson;
}
type Forge = (of: Forging) => Promise<LicensePhotos>;

/** Where the portrait is on a photo of a specimen's front, in pixels. */
const portrait = { left: 212, top: 382, width: 424, height: 545 } as const;

/** The photo of the front, forged in this way, beside the back as it is. */
const front =
  (forge: (photo: Buffer, of: Forging) => Promise<Buffer>): Forge =>
  async (of) => {
    const photos = await renderLicense(of.person);
    return { ...photos, front: await forge(photos.front, of) };
  };

/** The same done to both sides. */
const bothSides =
  (forge: (photo: Buffer) => Promise<Buffer>): Forge =>
  async ({ person }) => {
    const photos = await renderLicense(person);
    return { front: await forge(photos.front), back: await forge(photos.back) };
  };

/** Every way in which attackers among the sandbox's visitors may forge a license, by the instrument. */
export const forgeries: Readonly<Record<string, Forge>> = {
  'typed sheet': front((_photo, { person, stranger }) => typedSheet(person, stranger)),
  photocopy: bothSides((photo) => sharp(photo).grayscale().linear(1.6, -60).jpeg({ quality: 88 }).toBuffer()),
  'photo of a screen': bothSides(onScreen),
  'print on paper': bothSides(printed),
  'pasted portrait': front(async (photo, { stranger }) =>
    over(
      photo,
      await sharp(await faceJpeg(stranger.portrait))
        .resize(portrait.width, portrait.height, { fit: 'cover' })
        .toBuffer(),
    ),
  ),
  'portrait painted out': front((photo) => over(photo, filled('#c9d6cf', portrait.width, portrait.height))),
  'portrait in another place': front(async (photo) => {
    const face = await sharp(photo).extract(portrait).toBuffer();
    const without = await over(photo, filled('#c9d6cf', portrait.width, portrait.height));
    return over(without, face, { left: 1180, top: 520 });
  }),
  'birth date changed': ({ person }) => renderLicense(person, { barcodeOverrides: { DBB: '01011960' } }),
  'number changed': ({ person }) => renderLicense(person, { barcodeOverrides: { DAQ: 'Q0000017' } }),
  'family name changed': ({ person }) => renderLicense(person, { barcodeOverrides: { DCS: 'OBERHOLTZER' } }),
  'given name changed': ({ person }) => renderLicense(person, { barcodeOverrides: { DAC: 'WILHELMINA' } }),
  'expiry changed': async ({ person }) => ({
    ...(await renderLicense(person)),
    back: (await renderLicense(person, { expired: true })).back,
  }),
  'back of another card': async ({ person, stranger }) => ({
    ...(await renderLicense(person)),
    back: (await renderLicense(stranger)).back,
  }),
  'ID card sold as a license': ({ person }) => renderLicense(person, { barcodeSubfile: 'ID' }),
  'barcode alone': front(async (_photo, { person }) => (await renderLicense(person)).back),
  noise: front(() =>
    sharp({
      create: {
        width: 1900,
        height: 1309,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer(),
  ),
};

const filled = (color: string, width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();

/** Lays a picture over the photo: where the portrait is, unless told otherwise. */
const over = async (
  photo: Buffer,
  picture: Buffer | Promise<Buffer>,
  { left, top }: { left: number; top: number } = portrait,
): Promise<Buffer> =>
  sharp(photo)
    .composite([{ input: await picture, left, top }])
    .jpeg({ quality: 88 })
    .toBuffer();

/** Four lines and a stranger's face on white paper: finding S7. */
async function typedSheet(person: SandboxPerson, stranger: SandboxPerson): Promise<Buffer> {
  const canvas = createCanvas(1600, 1100);
  const draw = canvas.getContext('2d');
  draw.fillStyle = '#fff';
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.drawImage(await loadImage(await faceJpeg(stranger.portrait)), 80, 250, 400, 500);
  const [year, month, day] = person.birthDate.split('-');
  const lines = [
    'DRIVER LICENSE',
    person.familyName,
    person.givenName,
    `${month}/${day}/${year}`,
    person.license.number,
  ];
  for (const [at, line] of lines.entries())
    write(draw, line.toUpperCase(), 620, 200 + 120 * at, { size: 48, color: '#111' });
  return canvas.toBuffer('image/jpeg');
}

/** Light and dark of a display's rows and columns, in its frame. */
async function onScreen(photo: Buffer): Promise<Buffer> {
  const grid = `<svg xmlns="http://www.w3.org/2000/svg" width="6" height="6">
    <rect width="6" height="2" fill="#000" fill-opacity="0.35"/><rect width="2" height="6" fill="#000" fill-opacity="0.25"/></svg>`;
  const shown = await sharp(photo)
    .composite([{ input: Buffer.from(grid), tile: true }])
    .modulate({ brightness: 1.15 })
    .toBuffer();
  return sharp(shown)
    .resize(1700)
    .rotate(1.7, { background: '#111' })
    .extend({ top: 90, bottom: 90, left: 90, right: 90, background: '#0a0a0a' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Fewer colors, softer lines, the dots of a printer. */
async function printed(photo: Buffer): Promise<Buffer> {
  const dots = `<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5">
    <circle cx="2.5" cy="2.5" r="1.3" fill="#fff" fill-opacity="0.4"/></svg>`;
  return sharp(await sharp(photo).blur(1.4).modulate({ saturation: 0.6 }).linear(0.8, 40).toBuffer())
    .composite([{ input: Buffer.from(dots), tile: true }])
    .jpeg({ quality: 80 })
    .toBuffer();
}
