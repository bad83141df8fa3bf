import { err, ok, type Result } from '../../../kernel/index.ts';
import {
  cropTurned,
  decodeLuminance,
  type OpenCv,
  openCv,
  type Pixels,
  type TurnedBox,
} from '../image/index.ts';
import { intakeLimits, type Photo } from '../photo/index.ts';
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
 */
export async function readBarcode(photo: Photo): Promise<Result<BarcodeReading, BarcodeProblem>> {
  const cv = await openCv();
  const image = await decodeLuminance(photo.jpeg, intakeLimits.maxSide);
  const started = performance.now();
  let problem: BarcodeProblem = 'no-barcode';
  for (const { image: cut, options } of tries(cv, image)) {
    for (const text of await readPdf417(cut, options)) {
      const reading = readAamva(text);
      if (reading.ok) return ok(reading.value);
      problem = nearer(problem, reading.error);
    }
    if (performance.now() - started > barcodeTries.budget) break;
  }
  return err(problem);
}

const NEARNESS: Record<BarcodeProblem, number> = { 'no-barcode': 0, 'not-aamva': 1, incomplete: 2 };
const nearer = (a: BarcodeProblem, b: BarcodeProblem): BarcodeProblem => (NEARNESS[b] > NEARNESS[a] ? b : a);

function* tries(cv: OpenCv, image: Pixels): Iterable<Try> {
  const box = stripedBox(cv, image);
  if (!box) {
    yield { image };
    return;
  }
  const [first, ...otherTilts] = barcodeTries.tilts;
  for (const width of barcodeTries.widths) yield { image: cropTurned(cv, image, tilted(box, first), width) };
  yield { image };
  for (const tilt of otherTilts)
    yield { image: cropTurned(cv, image, tilted(box, tilt), barcodeTries.widths[0]) };
  for (const binarizer of ['GlobalHistogram', 'FixedThreshold'] as const)
    for (const width of barcodeTries.widths)
      yield { image: cropTurned(cv, image, tilted(box, first), width), options: { binarizer } };
}

const tilted = (box: TurnedBox, by: number): TurnedBox => ({ ...box, angle: box.angle + by });

/** The striped region in the full image's pixels, with the quiet zone around it. */
function stripedBox(cv: OpenCv, image: Pixels): TurnedBox | undefined {
  const scale = Math.min(1, barcodeSearch.searchSide / Math.max(image.width, image.height));
  const whole: TurnedBox = {
    angle: 0,
    center: { x: image.width / 2, y: image.height / 2 },
    width: image.width,
    height: image.height,
  };
  const region = findStripedRegion(cropTurned(cv, image, whole, Math.round(image.width * scale)));
  if (!region) return undefined;
  const margin = region.height * barcodeSearch.margin;
  return {
    angle: region.angle,
    center: { x: region.center.x / scale, y: region.center.y / scale },
    width: (region.width + 2 * margin) / scale,
    height: (region.height + 2 * margin) / scale,
  };
}
