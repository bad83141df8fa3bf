import type { Mat } from '@techstark/opencv-js';
import type { Corners } from '../document/index.ts';
import { type KeepMat, type OpenCv, type Pixels, toMat, withMats } from '../image/index.ts';
import { cardSearch } from './settings.ts';

type Quad = Corners;
type Point = Corners[number];

/**
 * The card cut out of a photo and straightened to ID-1 proportions (ISO/IEC 7810), long side across; upside down is
 * possible, for its outline does not tell. Where no outline is found the card is taken to fill the photo. `corners` are those
 * of `card` in the photo, as shares of its sides. The caller frees the card.
 */
export function rectifyCard(cv: OpenCv, photo: Pixels): { card: Mat; corners: Corners } {
  return withMats((keep) => {
    const full = keep(toMat(cv, photo));
    const quad = longSideAcross(findOutline(cv, full) ?? whole(photo));
    const asShare = ({ x, y }: Point) => ({ x: x / photo.width, y: y / photo.height });
    return { card: warp(cv, full, quad), corners: mapQuad(quad, asShare) };
  });
}

const whole = ({ width, height }: Pixels): Quad => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

/** The largest and most even four-cornered outline with a card's proportions, or undefined. */
function findOutline(cv: OpenCv, photo: Mat): Quad | undefined {
  const scale = Math.min(1, cardSearch.searchSide / Math.max(photo.cols, photo.rows));
  const [width, height] = [Math.round(photo.cols * scale), Math.round(photo.rows * scale)];
  return withMats((keep) => {
    const small = keep(new cv.Mat());
    cv.resize(photo, small, new cv.Size(width, height), 0, 0, cv.INTER_AREA);
    const quads = [...edgeMaps(cv, small, keep)].flatMap((edges) => quadsIn(cv, edges));
    const best = quads
      .filter((quad) => isCardLike(quad, width * height))
      .sort((a, b) => areaOf(b) * evenness(b) - areaOf(a) * evenness(a))[0];
    return best && mapQuad(grow(best), ({ x, y }) => ({ x: x / scale, y: y / scale }));
  });
}

/** Outlines show in lightness on a dark table and in color on a pale one: each channel is tried by itself. */
function* edgeMaps(cv: OpenCv, image: Mat, keep: KeepMat): Iterable<Mat> {
  const channels = keep(new cv.MatVector());
  const lab = keep(new cv.Mat());
  cv.cvtColor(image, lab, cv.COLOR_RGB2Lab, 0);
  cv.split(lab, channels);
  const kernel = keep(cv.Mat.ones(5, 5, cv.CV_8U));
  for (let index = 0; index < 3; index++) {
    const blurred = keep(new cv.Mat());
    cv.GaussianBlur(keep(channels.get(index)), blurred, new cv.Size(5, 5), 0, 0, cv.BORDER_DEFAULT);
    for (const [low, high] of index === 0 ? cardSearch.lightnessEdges : cardSearch.colorEdges) {
      const edges = keep(new cv.Mat());
      cv.Canny(blurred, edges, low, high, 3, false);
      cv.morphologyEx(edges, edges, cv.MORPH_CLOSE, kernel);
      yield edges;
    }
  }
}

function quadsIn(cv: OpenCv, edges: Mat): Quad[] {
  return withMats((keep) => {
    const contours = keep(new cv.MatVector());
    const hierarchy = keep(new cv.Mat()); // one column a contour
    cv.findContours(edges, contours, hierarchy, cv.RETR_EXTERNAL, cv.CHAIN_APPROX_SIMPLE);
    const quads: Quad[] = [];
    for (let index = 0; index < hierarchy.cols; index++) {
      const hull = keep(new cv.Mat());
      cv.convexHull(keep(contours.get(index)), hull, false, true);
      const quad = hull.rows < 4 ? undefined : asQuad(cv, hull);
      if (quad) quads.push(quad);
    }
    return quads;
  });
}

/** Simplifies a hull step by step until four corners are left; a card's rounded corners go first. */
function asQuad(cv: OpenCv, hull: Mat): Quad | undefined {
  return withMats((keep) => {
    const perimeter = cv.arcLength(hull, true);
    const corners = keep(new cv.Mat());
    for (const share of cardSearch.simplify) {
      cv.approxPolyDP(hull, corners, share * perimeter, true);
      if (corners.rows > 4) continue;
      const points = Array.from({ length: corners.rows }, (_, row) => ({
        x: corners.data32S[2 * row] ?? 0,
        y: corners.data32S[2 * row + 1] ?? 0,
      }));
      return inReadingOrder(points);
    }
    return undefined;
  });
}

function inReadingOrder(corners: readonly Point[]): Quad | undefined {
  const [cx, cy] = [mean(corners.map((p) => p.x)), mean(corners.map((p) => p.y))];
  const around = (p: Point) => Math.atan2(p.y - cy, p.x - cx);
  const [a, b, c, d] = [...corners].sort((p, q) => around(p) - around(q));
  return a && b && c && d ? [a, b, c, d] : undefined;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const mapQuad = ([a, b, c, d]: Quad, to: (point: Point) => Point): Quad => [to(a), to(b), to(c), to(d)];

const across = ([a, b, c, d]: Quad) => (distance(a, b) + distance(d, c)) / 2;
const down = ([a, b, c, d]: Quad) => (distance(a, d) + distance(b, c)) / 2;

function areaOf([a, b, c, d]: Quad): number {
  return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2;
}

/** 1 for a parallelogram; a shadow taken for one edge makes opposite sides unlike. */
function evenness([a, b, c, d]: Quad): number {
  const alike = (one: number, other: number) => Math.min(one, other) / Math.max(one, other);
  return (alike(distance(a, b), distance(d, c)) * alike(distance(a, d), distance(b, c))) ** 2;
}

function isCardLike(quad: Quad, imageArea: number): boolean {
  const [long, short] = [Math.max(across(quad), down(quad)), Math.min(across(quad), down(quad))];
  const ratio = long / short;
  const filled = areaOf(quad) / (long * short);
  return (
    areaOf(quad) > imageArea * cardSearch.leastShare &&
    ratio > cardSearch.leastRatio &&
    ratio < cardSearch.mostRatio &&
    filled > cardSearch.leastFilled
  );
}

/** Cutting rounded corners off moved the corners inwards; this moves them back out. */
function grow(quad: Quad): Quad {
  const center = { x: mean(quad.map((p) => p.x)), y: mean(quad.map((p) => p.y)) };
  return mapQuad(quad, ({ x, y }) => ({
    x: center.x + (x - center.x) * cardSearch.grow,
    y: center.y + (y - center.y) * cardSearch.grow,
  }));
}

function longSideAcross(quad: Quad): Quad {
  const [a, b, c, d] = quad;
  return across(quad) >= down(quad) ? quad : [d, a, b, c];
}

function warp(cv: OpenCv, photo: Mat, quad: Quad): Mat {
  const { width, height } = cardSearch.card;
  const corners = (points: readonly number[]) => cv.matFromArray(4, 1, cv.CV_32FC2, [...points]);
  return withMats((keep) => {
    const from = keep(corners(quad.flatMap(({ x, y }) => [x, y])));
    const to = keep(corners([0, 0, width, 0, width, height, 0, height]));
    const matrix = keep(cv.getPerspectiveTransform(from, to));
    const target = new cv.Mat();
    const size = new cv.Size(width, height);
    cv.warpPerspective(photo, target, matrix, size, cv.INTER_LINEAR, cv.BORDER_REPLICATE, new cv.Scalar());
    return target;
  });
}
