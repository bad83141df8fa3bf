import { setImmediate } from 'node:timers/promises';
import { decodeColor, luminanceOf, type Pixels } from '../image/index.ts';
import { isBurnedOut } from './measure-faults.ts';
import type { Photo, PhotoNeeds, PhotoQuality, QualityProblem } from './photo.ts';
import { intakeLimits, photoQuality } from './settings.ts';

/** Measures a photo and says what of it is bad enough to ask for another, by what a photo of that thing needs. */
export async function measurePhoto(photo: Photo, needs: PhotoNeeds): Promise<PhotoQuality> {
  return measurePixels(await pixelsOf(photo), needs);
}

/** All pixels of a photo, for whoever needs them more than once. */
export const pixelsOf = (photo: Photo): Promise<Pixels> => decodeColor(photo.jpeg, intakeLimits.maxSide);

export async function measurePixels(pixels: Pixels, needs: PhotoNeeds): Promise<PhotoQuality> {
  const image = await luminanceOf(pixels, photoQuality.measuredSide);
  const measured = {
    sharpness: await sharpness(image),
    glareShare: await glareShare(image),
    brightness: await brightness(image),
  };
  return { ...measured, problems: problemsOf(measured, Math.max(pixels.width, pixels.height), needs) };
}

function problemsOf(
  measured: Omit<PhotoQuality, 'problems'>,
  longSide: number,
  needs: PhotoNeeds,
): QualityProblem[] {
  const problems: QualityProblem[] = [];
  if (measured.sharpness < needs.sharpness) problems.push('blurry');
  if (measured.glareShare > needs.glare) problems.push('glare');
  if (measured.brightness < photoQuality.leastBrightness) problems.push('too-dark');
  if (measured.brightness > photoQuality.mostBrightness) problems.push('too-bright');
  if (longSide < needs.longSide) problems.push('low-resolution');
  return problems;
}

/**
 * Variance of the Laplacian over the variance of the brightness, in the tiles with most contrast: print and barcode.
 * The ratio leaves out how bright the light was, and the choice of tiles leaves out the table, which may be plain.
 */
async function sharpness(image: Pixels): Promise<number> {
  const measures = await inTurns(tiles(image, photoQuality.tile), ({ x, y }) => tileDetail(image, x, y));
  measures.sort((a, b) => b.contrast - a.contrast);
  const chosen = measures.slice(0, Math.max(1, Math.round(measures.length * photoQuality.tilesChosen)));
  const contrast = chosen.reduce((sum, tile) => sum + tile.contrast, 0);
  return contrast === 0 ? 0 : chosen.reduce((sum, tile) => sum + tile.detail, 0) / contrast;
}

function tileDetail(
  { data, width }: Pixels,
  left: number,
  top: number,
): { contrast: number; detail: number } {
  let [sum, squares, laplacians, laplacianSquares, count] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + photoQuality.tile; y++)
    for (let x = left; x < left + photoQuality.tile; x++) {
      const at = y * width + x;
      const value = data[at] ?? 0;
      const around =
        (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const laplacian = around - 4 * value;
      sum += value;
      squares += value * value;
      laplacians += laplacian;
      laplacianSquares += laplacian * laplacian;
      count++;
    }
  return {
    contrast: squares / count - (sum / count) ** 2,
    detail: laplacianSquares / count - (laplacians / count) ** 2,
  };
}

/** Share of the image in tiles that are wholly burned out: a lamp's reflection has area, white paper between bars has not. */
async function glareShare(image: Pixels): Promise<number> {
  const all = await inTurns(tiles(image, photoQuality.glareTile), ({ x, y }) => isBurnedOut(image, x, y));
  return all.length === 0 ? 0 : all.filter((burned) => burned).length / all.length;
}

async function brightness({ data, width, height }: Pixels): Promise<number> {
  const rows = Array.from({ length: height }, (_, y) => y * width);
  const sums = await inTurns(rows, (from) => {
    let sum = 0;
    for (let at = from; at < from + width; at++) sum += data[at] ?? 0;
    return sum;
  });
  return sums.reduce((sum, row) => sum + row, 0) / data.length;
}

/** Measures part after part, with a turn for everybody else between every few: a photo has thousands. */
async function inTurns<Part, Found>(
  parts: readonly Part[],
  measure: (part: Part) => Found,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const [n, part] of parts.entries()) {
    found.push(measure(part));
    if (n % partsOfTurn === 0) await setImmediate();
  }
  return found;
}

/** Some milliseconds. */
const partsOfTurn = 150;

/** Corners of whole tiles, one pixel away from the image's edge so that every pixel has its neighbors. */
function tiles({ width, height }: Pixels, side: number): { x: number; y: number }[] {
  const corners: { x: number; y: number }[] = [];
  for (let y = 1; y + side < height; y += side)
    for (let x = 1; x + side < width; x += side) corners.push({ x, y });
  return corners;
}
