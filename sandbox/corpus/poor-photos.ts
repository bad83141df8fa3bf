import sharp from 'sharp';

/** What goes wrong when a card is photographed, done to a good photo. Every one gives a JPEG. */

/** The hand moved while the shutter was open: so many pixels along a direction, in degrees. */
export async function moved(photo: Buffer, pixels: number, degrees: number): Promise<Buffer> {
  const side = pixels % 2 === 0 ? pixels + 1 : pixels;
  const kernel = new Array<number>(side * side).fill(0);
  const middle = (side - 1) / 2;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (let step = -middle * 4; step <= middle * 4; step++) {
    const x = Math.round(middle + (step / 4) * cos);
    const y = Math.round(middle + (step / 4) * sin);
    kernel[y * side + x] = 1;
  }
  return sharp(photo).convolve({ width: side, height: side, kernel }).jpeg({ quality: 88 }).toBuffer();
}

/** The lens was not in focus: `sigma` in pixels. */
export const outOfFocus = (photo: Buffer, sigma: number): Promise<Buffer> =>
  sharp(photo).blur(sigma).jpeg({ quality: 88 }).toBuffer();

/** A lamp mirrored in the card: its middle and radius as shares of the photo's width and height. */
export async function underLamp(photo: Buffer, x: number, y: number, radius: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  const lamp = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <radialGradient id="l"><stop offset="0.45" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <circle cx="${x * width}" cy="${y * height}" r="${radius * width}" fill="url(#l)"/></svg>`;
  return sharp(photo)
    .composite([{ input: Buffer.from(lamp) }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Taken from far away: the photo is so large a share of a picture of the same size, on a plain table. */
export async function farAway(photo: Buffer, share: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  const small = await sharp(photo)
    .resize(Math.round(width * share))
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#5a5048' } })
    .composite([{ input: small }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** In a dark room: brightness as a share, with the noise of a sensor that sees little. */
export async function inTheDark(photo: Buffer, share: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 6, sigma: 4 },
    },
  })
    .png()
    .toBuffer();
  return sharp(await sharp(photo).linear(share, 0).toBuffer())
    .composite([{ input: noise, blend: 'add' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Not the whole card is in the picture: so large a share of the photo's width is missing on the right. */
export async function cutOff(photo: Buffer, share: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  return sharp(photo)
    .extract({ left: 0, top: 0, width: Math.round(width * (1 - share)), height })
    .jpeg({ quality: 88 })
    .toBuffer();
}
