import type { Edges } from './edges.ts';
import { type Corner, type Corners, crossing, type NormalLine } from './quadrilateral.ts';

/** A line through counted cells is up to so many pixels beside the side's true place. */
const reach = 4;
const points = 40;

/** The same outline, each side laid through the strongest edges beside it: to a fraction of a pixel. */
export function fitted(edges: Edges, corners: Corners): Corners {
  const sides = corners.map((from, side) => sideThrough(edges, from, corners[(side + 1) % 4] ?? from));
  const [top, right, bottom, left] = sides;
  if (!top || !right || !bottom || !left) return corners;
  return [crossing(left, top), crossing(top, right), crossing(right, bottom), crossing(bottom, left)];
}

function sideThrough(edges: Edges, from: Corner, to: Corner): NormalLine | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const found: { readonly along: number; readonly off: number }[] = [];
  for (let step = 0; step < points; step += 1) {
    const share = 0.08 + (0.84 * (step + 0.5)) / points;
    const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    const off = strongestBeside(edges, at, normal);
    if (off !== undefined) found.push({ along: (share - 0.5) * length, off });
  }
  const fit = leastSquares(withoutStrays(found));
  if (!fit) return undefined;
  const turn = Math.atan(fit.slope);
  const cos = normal.x * Math.cos(turn) - ((to.x - from.x) / length) * Math.sin(turn);
  const sin = normal.y * Math.cos(turn) - ((to.y - from.y) / length) * Math.sin(turn);
  const middle = {
    x: (from.x + to.x) / 2 + normal.x * fit.offset,
    y: (from.y + to.y) / 2 + normal.y * fit.offset,
  };
  return { cos, sin, from: middle.x * cos + middle.y * sin };
}

function strongestBeside(edges: Edges, at: Corner, normal: Corner): number | undefined {
  let best: number | undefined;
  let most = edges.least;
  for (let off = -reach; off <= reach; off += 1) {
    const cell = Math.round(at.y + normal.y * off) * edges.width + Math.round(at.x + normal.x * off);
    const same = Math.abs((edges.across[cell] ?? 0) * normal.x + (edges.down[cell] ?? 0) * normal.y);
    if (same > most) [best, most] = [off, same];
  }
  return best;
}

interface Found {
  readonly along: number;
  readonly off: number;
}

/** Fingers and print beside the side lie apart from the rest. */
function withoutStrays(found: readonly Found[]): readonly Found[] {
  const fit = leastSquares(found);
  if (!fit) return found;
  return found.filter(({ along, off }) => Math.abs(off - fit.offset - fit.slope * along) <= 1.5);
}

function leastSquares(
  found: readonly Found[],
): { readonly offset: number; readonly slope: number } | undefined {
  if (found.length < points / 4) return undefined;
  const mean = (of: (one: Found) => number) => found.reduce((sum, one) => sum + of(one), 0) / found.length;
  const [along, off] = [mean((one) => one.along), mean((one) => one.off)];
  const spread = mean((one) => (one.along - along) ** 2);
  const slope = spread === 0 ? 0 : mean((one) => (one.along - along) * (one.off - off)) / spread;
  return { offset: off - slope * along, slope };
}
