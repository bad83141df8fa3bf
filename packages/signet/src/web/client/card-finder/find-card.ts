import { type EdgeMap, edgeMaps } from './edge-maps.ts';
import { type Edges, edgesOf } from './edges.ts';
import { fitted } from './fit-sides.ts';
import { type Frame, smallColors } from './frame.ts';
import { type Line, sidesOf } from './lines.ts';
import { type Corner, type Corners, crossing, sideLengths } from './quadrilateral.ts';

/** What is looked for: width over height. */
export const shapes = { card: 85.6 / 53.98, passport: 125 / 88 } as const;
export type Shape = keyof typeof shapes;

/** Edges are looked for in a picture of this size: print is lost in it, and the sides of a card are not. */
const searched = 320;
/** A card is at least so large a share of the widest that fits into the picture. */
const smallest = 0.38;
/** What a card's shape may be taken for, held askew. */
const askew = 1.2;
/** Opposite sides, the longer over the shorter. */
const mostUnequal = 1.3;
/** So much of each side, and of all four, must be edge: fingers hide some of it. */
const leastOfSide = 0.5;
const leastOfAll = 0.7;

/** The card that lies over the middle of the picture, whole; undefined where none is seen. */
export function findCard(frame: Frame, shape: Shape): Corners | undefined {
  const edges = edgesOf(smallColors(frame, searched));
  const roughly = bestOf(edges, shapes[shape]);
  const found = roughly && fitted(edges, roughly);
  const scale = frame.width / edges.width;
  return found && (found.map(({ x, y }) => ({ x: x * scale, y: y * scale })) as unknown as Corners);
}

/** Four lines that may be a card's sides, clockwise from the top. */
type Outline = readonly [Line, Line, Line, Line];

function bestOf(edges: Edges, ratio: number): Corners | undefined {
  const across = Math.min(edges.width, edges.height * ratio) * smallest;
  const maps = edgeMaps(edges);
  let best: { readonly corners: Corners; readonly score: number } | undefined;
  for (const outline of outlines(edges, ratio, across)) {
    const corners = cornersOf(edges, outline);
    if (!corners || !isCardLike(corners, ratio)) continue;
    const score = scoreOf(
      edges,
      corners,
      ratio,
      outline.map(({ slope, way }) => maps(slope, way)),
    );
    if (score !== undefined && score > (best?.score ?? 0)) best = { corners, score };
  }
  return best?.corners;
}

function* outlines(edges: Edges, ratio: number, across: number): Generator<Outline> {
  const sides = sidesOf(edges, { across, down: across / ratio });
  const steep = pairs(sides.left, sides.right, across);
  for (const [top, bottom] of pairs(sides.top, sides.bottom, across / ratio / askew))
    for (const [left, right] of steep) {
      const shown = (right.from - left.from) / (bottom.from - top.from);
      if (shown <= ratio * askew && shown >= ratio / askew) yield [top, right, bottom, left];
    }
}

/** Lines that may be opposite sides. */
function pairs(ones: readonly Line[], others: readonly Line[], least: number): [Line, Line][] {
  return ones.flatMap((one) =>
    others
      .filter((other) => other.from - one.from >= least && one.cos * other.cos + one.sin * other.sin > 0.97)
      .map((other): [Line, Line] => [one, other]),
  );
}

function cornersOf({ width, height }: Edges, [top, right, bottom, left]: Outline): Corners | undefined {
  const corners = [
    crossing(top, left),
    crossing(top, right),
    crossing(bottom, right),
    crossing(bottom, left),
  ].map(({ x, y }) => ({ x: x + width / 2, y: y + height / 2 }));
  const isInside = corners.every(({ x, y }) => x >= 1 && y >= 1 && x < width - 1 && y < height - 1);
  return isInside ? (corners as unknown as Corners) : undefined;
}

function isCardLike(corners: Corners, ratio: number): boolean {
  const { top, right, bottom, left } = sideLengths(corners);
  const shown = (top + bottom) / (left + right);
  const unequal = Math.max(top / bottom, bottom / top, left / right, right / left);
  return unequal <= mostUnequal && shown <= ratio * askew && shown >= ratio / askew;
}

/** How well edges lie along the four sides and end with them; of two that do as well, the larger. */
function scoreOf(
  edges: Edges,
  corners: Corners,
  ratio: number,
  maps: readonly EdgeMap[],
): number | undefined {
  let all = 0;
  let past = 0;
  for (const [side, map] of maps.entries()) {
    const [from, to] = [corners[side], corners[(side + 1) % 4]] as [Corner, Corner];
    const along = shareOfEdge(edges, map, from, to, 0.06, 0.94);
    if (along < leastOfSide) return undefined;
    all += along / 4;
    past +=
      (shareOfEdge(edges, map, from, to, -0.12, -0.03) + shareOfEdge(edges, map, from, to, 1.03, 1.12)) / 8;
  }
  const lie = all - 0.4 * past;
  if (lie < leastOfAll) return undefined;
  const { top, right, bottom, left } = sideLengths(corners);
  const askewness = Math.abs(Math.log((top + bottom) / (left + right) / ratio));
  return lie - 0.6 * askewness + 0.7 * Math.sqrt((top * left) / (edges.width * edges.height));
}

const samples = 36;

/** Of the points from one share of the way to another, how many have such an edge beside them. */
function shareOfEdge(
  edges: Edges,
  map: EdgeMap,
  from: Corner,
  to: Corner,
  start: number,
  end: number,
): number {
  const count = Math.max(4, Math.round(samples * (end - start)));
  let seen = 0;
  for (let step = 0; step < count; step += 1) {
    const share = start + ((end - start) * (step + 0.5)) / count;
    const x = Math.round(from.x + (to.x - from.x) * share);
    const y = Math.round(from.y + (to.y - from.y) * share);
    if (x >= 0 && y >= 0 && x < edges.width && y < edges.height) seen += map[y * edges.width + x] ?? 0;
  }
  return seen / count;
}
