import type { Edges } from './edges.ts';

/** The upper and lower sides of a card are flat, the other two steep. */
export type Slope = 'flat' | 'steep';
/** Brighter below or to the right of the line (1), or above or to the left (-1). */
export type Way = 1 | -1;

/** All points where `x * cos + y * sin = from`, with x and y from the middle of the picture. */
export interface Line {
  readonly slope: Slope;
  readonly way: Way;
  readonly cos: number;
  readonly sin: number;
  readonly from: number;
}

/** Candidates for each side of a card that lies over the middle of the picture. */
export interface Sides {
  readonly top: readonly Line[];
  readonly bottom: readonly Line[];
  readonly left: readonly Line[];
  readonly right: readonly Line[];
}

/** How far a side may lean, in degrees. */
const mostLean = 20;
/** An edge's own direction is that uncertain, in degrees. */
const uncertain = 4;
/** For each side and way. */
const candidates = 8;
/** Of a side's shortest length, so many pixels must be edges. */
const leastVotes = 0.4;

/** By Hough's transform, for each side and each way of the change apart: what alternates, as squares or print do, is no side. */
export function sidesOf(edges: Edges, shortest: { readonly across: number; readonly down: number }): Sides {
  const flat = votesOf(edges, 'flat');
  const steep = votesOf(edges, 'steep');
  return {
    top: peaks(flat, -1, shortest.across),
    bottom: peaks(flat, 1, shortest.across),
    left: peaks(steep, -1, shortest.down),
    right: peaks(steep, 1, shortest.down),
  };
}

interface Votes {
  readonly slope: Slope;
  readonly reach: number;
  /** For each way: a row for each angle, a column for each distance. */
  readonly counts: ReadonlyMap<Way, Uint16Array>;
}

const angles = 2 * mostLean + 1;
/** Of the normal of row 0, in degrees. */
const firstAngle: Readonly<Record<Slope, number>> = { flat: 90 - mostLean, steep: -mostLean };

function votesOf({ width, height, across, down, strength, least }: Edges, slope: Slope): Votes {
  const reach = Math.ceil(Math.hypot(width, height) / 2) + 1;
  const counts = [new Uint16Array(angles * 2 * reach), new Uint16Array(angles * 2 * reach)] as const;
  const normals = Array.from({ length: angles }, (_, row) => asRadians(firstAngle[slope] + row));
  const cos = normals.map(Math.cos);
  const sin = normals.map(Math.sin);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if ((strength[at] ?? 0) < least) continue;
      const [dx, dy] = [across[at] ?? 0, down[at] ?? 0];
      const isForth = slope === 'flat' ? dy > 0 : dx > 0;
      const normal = (Math.atan2(isForth ? dy : -dy, isForth ? dx : -dx) * 180) / Math.PI;
      const own = Math.round(normal) - firstAngle[slope];
      if (own < -uncertain || own >= angles + uncertain) continue;
      const count = counts[isForth ? 0 : 1];
      for (let row = Math.max(0, own - uncertain); row <= Math.min(angles - 1, own + uncertain); row += 1) {
        const from = Math.round((x - width / 2) * (cos[row] ?? 0) + (y - height / 2) * (sin[row] ?? 0));
        const cell = row * 2 * reach + from + reach;
        count[cell] = (count[cell] ?? 0) + 1;
      }
    }
  return {
    slope,
    reach,
    counts: new Map([
      [1, counts[0]],
      [-1, counts[1]],
    ]),
  };
}

/** The strongest lines on one side of the middle, none of which is another one's neighbor. */
function peaks({ slope, reach, counts }: Votes, side: -1 | 1, shortest: number): Line[] {
  return [...counts].flatMap(([way, count]) => {
    const lines: Line[] = [];
    const left = count.slice();
    while (lines.length < candidates) {
      const best = strongestOn(left, reach, side);
      if ((left[best] ?? 0) < leastVotes * shortest) break;
      const row = Math.floor(best / (2 * reach));
      const from = (best % (2 * reach)) - reach;
      const normal = asRadians(firstAngle[slope] + row);
      lines.push({ slope, way, cos: Math.cos(normal), sin: Math.sin(normal), from });
      clear(left, reach, row, from);
    }
    return lines;
  });
}

function strongestOn(count: Uint16Array, reach: number, side: -1 | 1): number {
  let best = 0;
  for (let row = 0; row < angles; row += 1) {
    const zero = row * 2 * reach + reach;
    const [start, end] = side < 0 ? [zero - reach, zero] : [zero, zero + reach];
    for (let at = start; at < end; at += 1) if ((count[at] ?? 0) > (count[best] ?? 0)) best = at;
  }
  return best;
}

function clear(count: Uint16Array, reach: number, row: number, from: number): void {
  for (let near = Math.max(0, row - 3); near <= Math.min(angles - 1, row + 3); near += 1)
    for (let by = Math.max(-reach, from - 3); by <= Math.min(reach - 1, from + 3); by += 1)
      count[near * 2 * reach + by + reach] = 0;
}

const asRadians = (degrees: number): number => (degrees * Math.PI) / 180;
