import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { longestTurn } from '../../../../../../test/support/run/longest-turn.ts';
import { decodePhoto, inspectPhoto, intakePhoto, sniffPhoto } from './intake-photo.ts';
import { measurePhoto } from './measure-photo.ts';

async function inspected(bytes: Uint8Array) {
  const file = sniffPhoto(bytes);
  return file.ok ? inspectPhoto(file.value) : file.error;
}

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

/** A picture that does not compress to nothing, so that a truncated copy loses real pixels. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

function pngChunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, tail]);
}

/** Black, at so many bits a sample; with a row too few it is found out only when all others were decoded. */
function pngOneRowShort(width: number, height: number, bits: 8 | 16): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(((width * 3 * bits) / 8 + 1) * (height - 1));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A valid black PNG of any size, built row-less: one deflate stream of zeros, as a bomb's author would. */
function blackPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Inflates to a hundred megabytes. */
const profileBomb = () => Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(100_000_000))]);

describe('photo intake', () => {
  it('takes JPEG, PNG and WebP and gives an upright sRGB JPEG', async () => {
    for (const file of [
      await canvas(800, 600).jpeg().toBuffer(),
      await canvas(800, 600).png().toBuffer(),
      await canvas(800, 600).webp().toBuffer(),
    ]) {
      const photo = await intakePhoto(file);
      expect(photo).toMatchObject({ ok: true, value: { width: 800, height: 600 } });
      if (photo.ok) expect((await sharp(photo.value.jpeg).metadata()).format).toBe('jpeg');
    }
  });

  it('applies the EXIF orientation, then leaves no EXIF, GPS, ICC or XMP in the result', async () => {
    const file = await canvas(900, 500)
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(file.includes(Buffer.from('Phone'))).toBe(true);
    const photo = await intakePhoto(file);
    expect(photo).toMatchObject({ ok: true, value: { width: 500, height: 900 } });
    if (!photo.ok) return;
    const after = await sharp(photo.value.jpeg).metadata();
    expect([after.exif, after.icc, after.xmp, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(photo.value.jpeg.includes(Buffer.from('Phone'))).toBe(false);
  });

  it('reduces a large photo to 3000 px on the long side', async () => {
    expect(await intakePhoto(await canvas(6000, 4000).jpeg().toBuffer())).toMatchObject({
      ok: true,
      value: { width: 3000, height: 2000 },
    });
  });

  it('refuses what is not a photo by its bytes, whatever its name says', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>');
    const gif = await canvas(600, 600).gif().toBuffer();
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), 'empty'],
      [Buffer.from('hello'), 'not-an-image'],
      [svg, 'not-an-image'],
      [gif, 'not-an-image'],
      [Buffer.from('%PDF-1.7\n1 0 obj'), 'pdf'],
      [Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1'), 'heic'],
      [Buffer.from('\u0000\u0000\u0000\u0018ftypmif1\u0000\u0000\u0000\u0000heic', 'latin1'), 'heic'],
      [Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(4000, 7)]), 'broken'],
    ];
    for (const [bytes, error] of cases) expect(await intakePhoto(bytes)).toEqual({ ok: false, error });
  });

  it('refuses 40 MB before looking at it', async () => {
    expect(await intakePhoto(Buffer.alloc(40 * 1024 * 1024, 0xff))).toEqual({
      ok: false,
      error: 'too-large',
    });
  });

  it('refuses a photo too small to read', async () => {
    expect(await intakePhoto(await canvas(1200, 359).jpeg().toBuffer())).toEqual({
      ok: false,
      error: 'too-small',
    });
  });

  it('says broken for a JPEG, PNG or WebP that ends early', async () => {
    for (const file of [
      await noise(900, 700).jpeg().toBuffer(),
      await noise(900, 700).png().toBuffer(),
      await noise(900, 700).webp().toBuffer(),
    ]) {
      const half = file.subarray(0, Math.floor(file.length / 2));
      expect(await intakePhoto(half)).toEqual({ ok: false, error: 'broken' });
    }
  });

  it('finding D14: takes a JPEG that lacks only the two bytes of its end, and a picture of a webcam', async () => {
    const whole = await noise(900, 700).jpeg().toBuffer();
    expect(await intakePhoto(whole.subarray(0, -2))).toMatchObject({ ok: true, value: { width: 900 } });
    for (const cut of [3, 4, 40, 4000])
      expect(await intakePhoto(whole.subarray(0, -cut)), `${cut} bytes`).toEqual({
        ok: false,
        error: 'broken',
      });
    expect(await intakePhoto(await canvas(640, 360).jpeg().toBuffer())).toMatchObject({ ok: true });
  });

  it('attack: a decompression bomb of 20,000 x 20,000 pixels is refused without being decoded', async () => {
    const bomb = blackPng(20_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await intakePhoto(bomb)).toEqual({ ok: false, error: 'too-many-pixels' }); // a decoder would call it broken
  });

  it('finding S2: attack, a broken PNG of 8000 x 5000 pixels at 16 bits is refused by its header, without being decoded', async () => {
    const broken = pngOneRowShort(8000, 5000, 16);
    expect(await inspected(broken)).toBe('too-many-pixels');
    expect(await inspected(pngOneRowShort(3000, 2000, 16))).toBeUndefined();
    expect(await inspected(pngOneRowShort(8000, 5000, 8))).toBeUndefined();
  });

  it('finding S2: attack, a JPEG of hundreds of passes over its pixels is refused without being decoded', async () => {
    const progressive = await noise(900, 700).jpeg({ progressive: true }).toBuffer();
    expect(await inspected(progressive)).toBeUndefined();
    const passes = Buffer.alloc(2 * 200, Buffer.from([0xff, 0xda]));
    const made = Buffer.concat([progressive.subarray(0, -2), passes, progressive.subarray(-2)]);
    expect(await inspected(made)).toBe('broken');
  });

  it('attack, a JPEG of hundreds of passes that are each a pass: refused; what a phone puts behind the image is not counted', async () => {
    const progressive = await noise(900, 700).jpeg({ progressive: true }).toBuffer();
    const last = progressive.subarray(progressive.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
    const passes = Array.from({ length: 12 }, () => last);
    expect(await inspected(Buffer.concat([progressive.subarray(0, -2), ...passes]))).toBe('broken');
    const film = Buffer.alloc(200_000, Buffer.from([0xff, 0xda]));
    expect(await inspected(Buffer.concat([progressive, film]))).toBeUndefined();
  });

  it('attack, a JPEG of markers alone: looked at no further than it may have passes', async () => {
    const markers = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.alloc(15_000_000, Buffer.from([0xff, 0xda])),
    ]);
    const took = await longestTurn(async () => {
      expect(await inspected(markers)).toBe('broken');
    });
    expect(took).toBeLessThan(100);
  });

  it('attack, a PNG with texts that inflate to gigabytes is refused without being inflated; those of a phone are taken', async () => {
    const png = await canvas(900, 700).png().toBuffer();
    const text = pngChunk(
      'zTXt',
      Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(1_000_000))]),
    );
    const withTexts = (count: number) =>
      Buffer.concat([png.subarray(0, 33), ...Array.from({ length: count }, () => text), png.subarray(33)]);
    expect(await inspected(withTexts(3))).toBeUndefined();
    expect(await inspected(withTexts(1000))).toBe('broken');
  });

  it.each([
    ['a PNG of chunks that nobody knows', 'png', pngChunk('abCd', Buffer.alloc(0))],
    ['a PNG of dates', 'png', pngChunk('tIME', Buffer.alloc(0))],
    ['a PNG of empty pixels', 'png', pngChunk('IDAT', Buffer.alloc(0))],
    ['a PNG of color profiles', 'png', pngChunk('iCCP', profileBomb())],
    ['a JPEG of remarks', 'jpeg', Buffer.from([0xff, 0xfe, 0, 2])],
    ['a JPEG of what applications note', 'jpeg', Buffer.from([0xff, 0xe1, 0, 2])],
    ['a WebP of chunks that nobody knows', 'webp', Buffer.from('abcd\0\0\0\0', 'latin1')],
    ['a WebP of places', 'webp', Buffer.from('EXIF\u0002\0\0\0xx', 'latin1')],
  ] as const)('attack, %s without end is refused before a decoder sees it', async (_what, kind, part) => {
    const place = { IFD0: { Make: 'Phone' } }; // a WebP with it has a header that says what else there is
    const file = await canvas(900, 700).withExif(place).toFormat(kind).toBuffer();
    const begins = { png: 33, jpeg: 2, webp: 30 }[kind];
    const withParts = (count: number) => {
      const parts = Buffer.alloc(count * part.length, part);
      const made = Buffer.concat([file.subarray(0, begins), parts, file.subarray(begins)]);
      if (kind === 'webp') made.writeUInt32LE(made.length - 8, 4);
      return made;
    };
    const many = withParts(Math.floor(14_000_000 / part.length));
    const took = await longestTurn(async () => {
      expect(await inspected(many)).toBe('broken');
    });
    expect(took).toBeLessThan(50);
    expect(await inspected(withParts(20))).toBeUndefined();
  });

  it('attack, a JPEG of millions of marks that stand for a byte: others have their turn meanwhile', async () => {
    const file = await canvas(900, 700).jpeg().toBuffer();
    for (const mark of [[0xff], [0xff, 0xd0], [0xff, 0x00]]) {
      const marks = Buffer.alloc(14_000_000, Buffer.from(mark));
      const took = await longestTurn(async () => {
        await inspected(Buffer.concat([file.subarray(0, 2), marks, file.subarray(2)]));
      });
      expect(took).toBeLessThan(50);
    }
  });

  it('takes what phones put beside a photo: depths of some megabytes, in a hundred segments', async () => {
    const file = await noise(900, 700).jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.alloc(65_533, 7)]);
    const phone = Buffer.concat([
      file.subarray(0, 2),
      ...Array.from({ length: 100 }, () => segment),
      file.subarray(2),
    ]);
    expect(await intakePhoto(phone)).toMatchObject({ ok: true });
  });

  it('is measured in turns, so that others wait for no photo', async () => {
    const photo = await intakePhoto(await noise(1600, 1200).jpeg().toBuffer());
    if (!photo.ok) throw new Error('no photo');
    const needs = { sharpness: 0, glare: 1, longSide: 0 };
    const turns: number[] = [];
    for (let n = 0; n < 4; n += 1) turns.push(await longestTurn(() => measurePhoto(photo.value, needs)));
    expect(Math.min(...turns)).toBeLessThan(12);
  });

  it('finding S2, limit photo-decoding.at-once, photo-decoding.at-once-each, photo-decoding.waiting-each: attack, sixteen photos of one person at once: four wait and the others are refused, and another’s is decoded after the one under way', async () => {
    const photo = sniffPhoto(await canvas(4000, 3000).jpeg().toBuffer());
    if (!photo.ok) throw new Error('no photo');
    const done: string[] = [];
    const refused: string[] = [];
    const decode = async (of: string) => {
      const decoded = await decodePhoto(of, photo.value);
      if (decoded.ok) done.push(of);
      else refused.push(decoded.error);
    };
    await Promise.all([...Array.from({ length: 16 }, () => decode('flooder')), decode('owner')]);
    expect(done.indexOf('owner')).toBeLessThan(3);
    expect(done.indexOf('owner')).toBeGreaterThanOrEqual(0);
    expect(refused).toEqual(Array(16 - 1 - 4).fill('too-many-waiting'));
  });
});
