import type { Mat } from '@techstark/opencv-js';
import { err, ok, type Result } from '../../../kernel/index.ts';
import {
  cropTurned,
  type OpenCv,
  openCv,
  type Pixels,
  shrunk,
  type TurnedBox,
  toMat,
  toPixels,
  withMatsHeld,
} from '../image/index.ts';
import { readAamva } from './aamva.ts';
import type { BarcodeProblem, BarcodeReading } from './barcode-reading.ts';
import { barcodeSearch, barcodeTries } from './settings.ts';
import { findStripedRegion } from './striped-region.ts';
import { type Pdf417Options, readPdf417 } from './zxing.ts';

interface Try {
  readonly image: Pixels;
  readonly options?: Pdf417Options;
}

/**
 * Finds, straightens and decodes the PDF417 on the back of a license and reads it as AAMVA (D1, D2). Of the problems it
 * met it reports the one nearest to success: a barcode that is no license's says `not-aamva`, none at all `no-barcode`.
 * What may be tried is counted in pixels and never by a clock: a busy machine reads what an idle one reads.
 */
export async function readBarcode(
  photo: Pixels,
  mostPixels: number = barcodeTries.mostPixels,
): Promise<Result<BarcodeReading, BarcodeProblem>> {
  const cv = await openCv();
  return withMatsHeld(async (keep) => {
    const image = keep(new cv.Mat());
    cv.cvtColor(keep(toMat(cv, photo)), image, cv.COLOR_RGB2GRAY);
    let problem: BarcodeProblem = 'no-barcode';
    let pixels = 0;
    for (const one of tries(cv, image)) {
      const reading = await readOne(one);
      if (reading.ok) return reading;
      problem = nearer(problem, reading.error);
      pixels += one.image.width * one.image.height;
      if (pixels > mostPixels) break;
    }
    return err(problem);
  });
}

/** Where something striped lies in a photo, read or not: most likely a barcode. */
export interface BarcodePlace {
  /** Pixels from its first bar to its last. */
  readonly width: number;
  /** Its bars go on where the photo ends. */
  readonly isCutOff: boolean;
}

export async function findBarcode(photo: Pixels): Promise<BarcodePlace | undefined> {
  const cv = await openCv();
  return withMatsHeld(async (keep) => {
    const image = keep(new cv.Mat());
    cv.cvtColor(keep(toMat(cv, photo)), image, cv.COLOR_RGB2GRAY);
    const region = stripedBox(cv, image, 0);
    if (!region) return undefined;
    return { width: region.width, isCutOff: reachesEdge(region, photo) };
  });
}

function reachesEdge({ angle, center, width, height }: TurnedBox, photo: Pixels): boolean {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const near = Math.max(photo.width, photo.height) * barcodeSearch.nearEdge;
  return [-1, 1].some((side) => {
    const x = center.x + (side * width * cos) / 2;
    const y = center.y + (side * width * sin) / 2;
    const isInside = x > near && y > near && x < photo.width - near && y < photo.height - near;
    return !isInside && height > 0;
  });
}

/** One symbol is looked for, and others only where that one is no license's: looking on takes twice as long. */
async function readOne({ image, options }: Try): Promise<Result<BarcodeReading, BarcodeProblem>> {
  let problem: BarcodeProblem = 'no-barcode';
  for (const maxNumberOfSymbols of barcodeTries.symbols) {
    const texts = await readPdf417(image, { ...options, maxNumberOfSymbols });
    if (texts.length === 0) break;
    for (const reading of texts.map(readAamva)) {
      if (reading.ok) return ok(reading.value);
      problem = nearer(problem, reading.error);
    }
  }
  return err(problem);
}

const NEARNESS: Record<BarcodeProblem, number> = { 'no-barcode': 0, 'not-aamva': 1, incomplete: 2 };
const nearer = (a: BarcodeProblem, b: BarcodeProblem): BarcodeProblem => (NEARNESS[b] > NEARNESS[a] ? b : a);

function* tries(cv: OpenCv, image: Mat): Iterable<Try> {
  const box = stripedBox(cv, image);
  if (!box) {
    yield { image: toPixels(image) };
    return;
  }
  const cut = (tilt: number, width: number, options: Pdf417Options = {}, rough = false): Try => ({
    image: cropTurned(cv, image, tilted(box, tilt), width, { rough }),
    options: { tryRotate: false, ...options },
  });
  const [first, ...otherTilts] = barcodeTries.tilts;
  yield cut(first, barcodeTries.roughWidth, {}, true);
  for (const width of barcodeTries.widths) yield cut(first, width);
  yield { image: toPixels(image) };
  for (const tilt of otherTilts) yield cut(tilt, barcodeTries.widths[0]);
  for (const binarizer of ['GlobalHistogram', 'FixedThreshold'] as const)
    for (const width of barcodeTries.widths) yield cut(first, width, { binarizer });
}

const tilted = (box: TurnedBox, by: number): TurnedBox => ({ ...box, angle: box.angle + by });

/** The striped region in the full image's pixels, with the quiet zone around it. */
function stripedBox(
  cv: OpenCv,
  image: Mat,
  marginShare: number = barcodeSearch.margin,
): TurnedBox | undefined {
  const scale = Math.min(1, barcodeSearch.searchSide / Math.max(image.cols, image.rows));
  const region = findStripedRegion(shrunk(cv, image, scale));
  if (!region) return undefined;
  const margin = region.height * marginShare;
  return {
    angle: region.angle,
    center: { x: region.center.x / scale, y: region.center.y / scale },
    width: (region.width + 2 * margin) / scale,
    height: (region.height + 2 * margin) / scale,
  };
}
