import type { Pixels } from '../image/index.ts';
import type { Box, Corners, LayoutFault, PageLayout } from './page-layout.ts';
import { regularPattern } from './regular-pattern.ts';

/** What a copy of a document lacks, or has too much of (A18). */
export const copySettings = {
  /**
   * Spread of color over the page, as shares of red and green. Sixty-five photos of specimens, in yellow light, dark and far
   * away as well, had 0.05 and more; photocopies have nothing, and what a camera makes of gray paper stays below this.
   */
  leastColor: 0.012,
  /** Specimens had 3.5 at most, also compressed and resized; displays and printed dots, drawn over them, 6.9 to 9.6. */
  regularFrom: 5,
  /** Of the page's width and height that are left out on each side: a tilted page does not fill its rectangle. */
  margin: 0.15,
  /** Pixels across in which color is looked at: grain is gone by then. */
  across: 96,
} as const;

/**
 * What says that the photo shows a copy: a page without color of its own, or one on a display or printed in dots. Neither is a
 * proof, since cameras differ: a person looks. Good prints without dots, and a face pasted on a card, are not told by it.
 */
export function copyFaults(photo: Pixels, corners: Corners): readonly LayoutFault[] {
  const page = pageIn(photo, corners);
  const middle = { x: page.x + page.width / 2, y: page.y + page.height / 2 };
  return [
    ...(colorSpread(photo, page) < copySettings.leastColor ? (['no-color'] as const) : []),
    ...(regularPattern(photo, middle) > copySettings.regularFrom ? (['regular-pattern'] as const) : []),
  ];
}

/** The same layout, with what else was found against it. */
export const withFaults = (layout: PageLayout, found: readonly LayoutFault[]): PageLayout => ({
  ...layout,
  faults: [...layout.faults, ...found],
});

/** The inner part of the page, in pixels. */
function pageIn({ width, height }: Pixels, corners: Corners): Box {
  const [xs, ys] = [corners.map(({ x }) => x * width), corners.map(({ y }) => y * height)];
  const [left, right] = [Math.max(0, Math.min(...xs)), Math.min(width, Math.max(...xs))];
  const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(height, Math.max(...ys))];
  const { margin } = copySettings;
  return {
    x: left + (right - left) * margin,
    y: top + (bottom - top) * margin,
    width: (right - left) * (1 - 2 * margin),
    height: (bottom - top) * (1 - 2 * margin),
  };
}

/** Standard deviations of the shares of red and green, summed: the same in whatever light, and none of gray paper. */
function colorSpread(photo: Pixels, page: Box): number {
  const step = page.width / copySettings.across;
  const shares: (readonly [red: number, green: number])[] = [];
  for (let y = page.y; y + step <= page.y + page.height; y += step)
    for (let x = page.x; x + step <= page.x + page.width; x += step) {
      const [red, green, blue] = meanColor(
        photo,
        Math.round(x),
        Math.round(y),
        Math.max(1, Math.floor(step)),
      );
      const sum = red + green + blue;
      if (sum >= darkest) shares.push([red / sum, green / sum]);
    }
  return deviation(shares.map(([red]) => red)) + deviation(shares.map(([, green]) => green));
}

/** Of red, green and blue together: below it the share of a color is a matter of rounding. */
const darkest = 90;

/** Of so many pixels across and down; every other one of them will do. */
function meanColor(
  { data, width, channels }: Pixels,
  left: number,
  top: number,
  side: number,
): readonly [number, number, number] {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let y = top; y < top + side; y += 2)
    for (let x = left; x < left + side; x += 2) {
      const at = (y * width + x) * channels;
      const first = data[at] ?? 0;
      red += first;
      green += channels > 1 ? (data[at + 1] ?? 0) : first;
      blue += channels > 1 ? (data[at + 2] ?? 0) : first;
      count++;
    }
  return [red / count, green / count, blue / count];
}

function deviation(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
}
