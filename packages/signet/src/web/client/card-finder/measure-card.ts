import type { Plane } from './frame.ts';
import type { Corners } from './quadrilateral.ts';

/** What is measured of the picture within a card's outline, as the server measures the whole photo (evidence/photo). */
export interface CardMeasures {
  /** Second differences over contrast, where there is most contrast: print and barcode. */
  readonly sharpness: number;
  /** Mean of 0-255. */
  readonly brightness: number;
  /** Share of the card that is burned out over an area, and brighter than its paper: white paper in good light is no lamp. */
  readonly glare: number;
}

/** Holds a few letters. */
const tile = 20;
/** Of the card's tiles, those with most contrast. */
const chosen = 0.15;
const burnedOut = { least: 238, mean: 247 } as const;
/** Most of a card is no brighter than its paper. */
const paperAt = 0.7;
const abovePaper = 5;

export function measureCard(picture: Plane, corners: Corners): CardMeasures {
  const columns = Math.floor((picture.width - 2) / tile);
  const rows = Math.floor((picture.height - 2) / tile);
  const tiles = new Map<number, TileMeasures>();
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const middle = { x: (column + 0.5) * tile, y: (row + 0.5) * tile };
      if (isInside(corners, middle)) tiles.set(row * columns + column, measureTile(picture, column, row));
    }
  const all = [...tiles.values()];
  return {
    sharpness: sharpnessOf(all),
    brightness: all.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, all.length),
    glare: glareShare(tiles, columns),
  };
}

/** Burned-out tiles with only such around them. */
function glareShare(tiles: ReadonlyMap<number, TileMeasures>, columns: number): number {
  const means = [...tiles.values()].map(({ mean }) => mean).sort((a, b) => a - b);
  const paper = means[Math.floor(means.length * paperAt)] ?? 0;
  const around = [-columns, -1, 0, 1, columns];
  const isLit = (tile: TileMeasures | undefined) => tile?.isBurnedOut && tile.mean >= paper + abovePaper;
  const lit = [...tiles.keys()].filter((at) => around.every((step) => isLit(tiles.get(at + step))));
  return lit.length / Math.max(1, tiles.size);
}

function sharpnessOf(tiles: readonly TileMeasures[]): number {
  const best = tiles
    .slice()
    .sort((a, b) => b.contrast - a.contrast)
    .slice(0, Math.max(1, Math.round(tiles.length * chosen)));
  const contrast = best.reduce((sum, one) => sum + one.contrast, 0);
  return contrast === 0 ? 0 : best.reduce((sum, one) => sum + one.detail, 0) / contrast;
}

interface TileMeasures {
  readonly mean: number;
  readonly contrast: number;
  readonly detail: number;
  readonly isBurnedOut: boolean;
}

function measureTile({ width, values }: Plane, column: number, row: number): TileMeasures {
  let [sum, squares, bends, bendSquares, least] = [0, 0, 0, 0, 255];
  for (let y = row * tile + 1; y <= (row + 1) * tile; y += 1)
    for (let x = column * tile + 1; x <= (column + 1) * tile; x += 1) {
      const at = y * width + x;
      const value = values[at] ?? 0;
      const around =
        (values[at - 1] ?? 0) + (values[at + 1] ?? 0) + (values[at - width] ?? 0) + (values[at + width] ?? 0);
      const bend = around - 4 * value;
      sum += value;
      squares += value * value;
      bends += bend;
      bendSquares += bend * bend;
      if (value < least) least = value;
    }
  const count = tile * tile;
  const mean = sum / count;
  return {
    mean,
    contrast: squares / count - mean ** 2,
    detail: bendSquares / count - (bends / count) ** 2,
    isBurnedOut: least >= burnedOut.least && mean >= burnedOut.mean,
  };
}

/** Left of no side, going round clockwise. */
const isInside = (corners: Corners, point: { readonly x: number; readonly y: number }): boolean =>
  corners.every((from, side) => {
    const to = corners[(side + 1) % 4] ?? from;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) > 0;
  });
