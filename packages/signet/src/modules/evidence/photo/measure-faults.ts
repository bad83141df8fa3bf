import { luminanceOf, type Pixels } from '../image/index.ts';
import { photoFaults, photoQuality } from './settings.ts';

/** What tells one cause of an unreadable photo from another. */
export interface PhotoFaults {
  /** The hand moved: much more detail is left along one direction than across it. */
  readonly isMoved: boolean;
  /** Light that is mirrored in the card: burned out over an area, not only between bars. */
  readonly isUnderLamp: boolean;
}

export async function measureFaults(photo: Pixels): Promise<PhotoFaults> {
  const image = await luminanceOf(photo, photoQuality.measuredSide);
  return {
    isMoved: isUneven(image),
    isUnderLamp: lampShare(image) > photoFaults.lampFrom,
  };
}

/** Second differences to the right, down, and along both diagonals: what motion along a direction takes from it. */
interface Detail {
  readonly contrast: number;
  readonly along: readonly [right: number, down: number, falling: number, rising: number];
}

/** Compares detail in two directions across each other, in the tiles with most contrast: print and barcode. */
function isUneven(image: Pixels): boolean {
  const { tile, tilesChosen } = photoQuality;
  const details: Detail[] = [];
  for (let y = 1; y + tile < image.height; y += tile)
    for (let x = 1; x + tile < image.width; x += tile) details.push(detailOf(image, x, y));
  details.sort((a, b) => b.contrast - a.contrast);
  const chosen = details.slice(0, Math.max(1, Math.round(details.length * tilesChosen)));
  const sum = (direction: 0 | 1 | 2 | 3) => chosen.reduce((all, { along }) => all + along[direction], 0);
  const ratio = (a: number, b: number) => (Math.max(a, b) === 0 ? 1 : Math.min(a, b) / Math.max(a, b));
  return (
    ratio(sum(0), sum(1)) < photoFaults.leastLevelEvenness ||
    ratio(sum(2), sum(3)) < photoFaults.leastDiagonalEvenness
  );
}

function detailOf({ data, width }: Pixels, left: number, top: number): Detail {
  const { tile } = photoQuality;
  let [sum, squares, right, down, falling, rising] = [0, 0, 0, 0, 0, 0];
  for (let y = top; y < top + tile; y++)
    for (let x = left; x < left + tile; x++) {
      const at = y * width + x;
      const value = data[at] ?? 0;
      const bend = (step: number) => (data[at - step] ?? 0) + (data[at + step] ?? 0) - 2 * value;
      sum += value;
      squares += value * value;
      right += bend(1) ** 2;
      down += bend(width) ** 2;
      falling += bend(width + 1) ** 2;
      rising += bend(width - 1) ** 2;
    }
  const count = tile * tile;
  return { contrast: squares / count - (sum / count) ** 2, along: [right, down, falling, rising] };
}

/** Share of the photo in burned-out tiles that have only such around them: the white of a barcode's edge is too narrow. */
function lampShare(image: Pixels): number {
  const side = photoQuality.glareTile;
  const columns = Math.floor((image.width - 2) / side);
  const rows = Math.floor((image.height - 2) / side);
  const burned = Array.from({ length: rows * columns }, (_, at) =>
    isBurnedOut(image, (at % columns) * side + 1, Math.floor(at / columns) * side + 1),
  );
  const around = [-columns - 1, -columns, -columns + 1, -1, 0, 1, columns - 1, columns, columns + 1];
  const isInside = (at: number) => at % columns > 0 && at % columns < columns - 1;
  const inner = burned.filter((_, at) => isInside(at) && around.every((step) => burned[at + step]));
  return burned.length === 0 ? 0 : inner.length / burned.length;
}

/** A burned-out tile is all but white in every pixel and on average. */
export function isBurnedOut({ data, width }: Pixels, left: number, top: number): boolean {
  let sum = 0;
  for (let y = top; y < top + photoQuality.glareTile; y++)
    for (let x = left; x < left + photoQuality.glareTile; x++) {
      const value = data[y * width + x] ?? 0;
      if (value < photoQuality.burnedOutLeast) return false;
      sum += value;
    }
  return sum / photoQuality.glareTile ** 2 >= photoQuality.burnedOutMean;
}
