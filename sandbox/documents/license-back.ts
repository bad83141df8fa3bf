import { type Canvas, loadImage } from '@napi-rs/canvas';
import bwip from 'bwip-js/node';
import { cardSize, emptyCard, guilloche, ink, specimen, write } from './card.ts';
import type { CardIssuer } from './issuer.ts';

/** Pixels of a module on the card: 6 leaves more than the 5 that readers ask for after a phone's slight tilt. */
const modulePixels = 6;
const quietZone = 30;

/** The barcode as a PNG of whole pixels: ten data columns, error correction 5, rows three modules high. */
async function pdf417(data: string): Promise<Buffer> {
  const symbol = {
    bcid: 'pdf417',
    text: data,
    binarytext: true, // the record separators are control characters, not text to tidy
    columns: 10,
    eclevel: 5,
    rowmult: 3,
    scale: modulePixels,
    backgroundcolor: 'ffffff',
  };
  return bwip.toBuffer(symbol);
}

export interface CardBack {
  readonly issuer: CardIssuer;
  readonly discriminator: string;
  readonly isIdCard?: boolean | undefined;
}

/** The back: the barcode with its AAMVA data (null leaves the place empty), the issuer's words and SPECIMEN. */
export async function licenseBack(
  data: string | null,
  { issuer, discriminator, isIdCard = false }: CardBack,
): Promise<Canvas> {
  const { card, draw } = emptyCard(['#eef3ee', '#f7f5ec', '#e8eff3']);
  guilloche(draw, [{ color: 'rgba(31, 95, 103, 0.12)', lines: 34, amplitude: 30, period: 390, drift: 0.27 }]);
  const top = 96;
  let bottom = top + 480;
  if (data === null) {
    draw.fillStyle = '#ffffff';
    draw.fillRect(60, top, cardSize.width - 120, 480);
  } else {
    const barcode = await loadImage(await pdf417(data));
    const left = Math.round((cardSize.width - barcode.width) / 2);
    bottom = top + barcode.height + 2 * quietZone;
    draw.fillStyle = '#ffffff';
    draw.fillRect(left - quietZone, top, barcode.width + 2 * quietZone, barcode.height + 2 * quietZone);
    draw.drawImage(barcode, left, top + quietZone);
  }
  specimen(draw, cardSize.width / 2, bottom + 116, 100);
  const lines = [
    `Made for the sandbox of Signet. The ${issuer.name} and its`,
    `${issuer.agency} do not exist. All facts are made up.`,
    isIdCard
      ? 'This card identifies its holder. It does not allow them to drive.'
      : 'CLASS D: motor cars.   ENDORSEMENTS: none.   RESTRICTIONS: none.',
  ];
  lines.forEach((line, row) => {
    write(draw, line, 80, bottom + 190 + row * 42, { size: 30 });
  });
  write(draw, `DD ${discriminator}`, 1520, bottom + 274, {
    size: 30,
    weight: 'medium',
    align: 'right',
    color: ink.label,
  });
  return card;
}
