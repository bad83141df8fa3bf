import type { Plane } from './frame.ts';

/** Where a picture changes, how much, and in which direction: from dark to light. */
export interface Edges {
  readonly width: number;
  readonly height: number;
  readonly across: Int16Array;
  readonly down: Int16Array;
  readonly strength: Uint16Array;
  /** From here a change is an edge: what noise and the grain of a table do stays below. */
  readonly least: number;
}

/** Sensor noise alone gives changes of up to this. */
const noise = 20;
/** Of all pixels so many are edges at most: in a picture full of them the weaker ones say nothing. */
const mostEdges = 0.25;
const strongest = 1024;
/** What was softened has no outermost pixels. */
const border = 2;

/** By Sobel's operator, in the color that changes most: a dark red table and a dark green card are as bright. */
export function edgesOf(colors: readonly Plane[]): Edges {
  const { width, height } = colors[0] ?? { width: 0, height: 0 };
  const across = new Int16Array(width * height);
  const down = new Int16Array(width * height);
  const strength = new Uint16Array(width * height);
  for (const { values } of colors)
    for (let y = border; y < height - border; y += 1)
      for (let x = border; x < width - border; x += 1) {
        const at = y * width + x;
        const [above, below] = [at - width, at + width];
        const fall = (values[below + 1] ?? 0) - (values[above - 1] ?? 0);
        const rise = (values[above + 1] ?? 0) - (values[below - 1] ?? 0);
        const dx = fall + rise + 2 * ((values[at + 1] ?? 0) - (values[at - 1] ?? 0));
        const dy = fall - rise + 2 * ((values[below] ?? 0) - (values[above] ?? 0));
        const both = Math.sqrt(dx * dx + dy * dy);
        if (both <= (strength[at] ?? 0)) continue;
        across[at] = dx;
        down[at] = dy;
        strength[at] = both;
      }
  return { width, height, across, down, strength, least: Math.max(noise, reachedByMost(strength)) };
}

/** The strength that `mostEdges` of all pixels reach. */
function reachedByMost(strength: Uint16Array): number {
  const counts = new Uint32Array(strongest);
  for (const one of strength) {
    const cell = Math.min(strongest - 1, one);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  let left = strength.length * mostEdges;
  for (let one = strongest - 1; one > 0; one -= 1) {
    left -= counts[one] ?? 0;
    if (left <= 0) return one;
  }
  return 0;
}
