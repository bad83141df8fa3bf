/** A plane map: x' = a·x + b·y + c, y' = d·x + e·y + f. Here always from where pixels are wanted to where they are. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const identity: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };

export const apply = (m: Affine, { x, y }: Point): Point => ({
  x: m.a * x + m.b * y + m.c,
  y: m.d * x + m.e * y + m.f,
});

/** First `inner`, then `outer`. */
export const compose = (outer: Affine, inner: Affine): Affine => ({
  a: outer.a * inner.a + outer.b * inner.d,
  b: outer.a * inner.b + outer.b * inner.e,
  c: outer.a * inner.c + outer.b * inner.f + outer.c,
  d: outer.d * inner.a + outer.e * inner.d,
  e: outer.d * inner.b + outer.e * inner.e,
  f: outer.d * inner.c + outer.e * inner.f + outer.f,
});

/** Enlarges a small picture's coordinates to a rectangle: (0,0)..(width,height) to the box given. */
export const onto = (
  box: { x: number; y: number; width: number; height: number },
  size: { width: number; height: number },
): Affine => ({
  a: box.width / size.width,
  b: 0,
  c: box.x,
  d: 0,
  e: box.height / size.height,
  f: box.y,
});

export type QuarterTurn = 0 | 90 | 180 | 270;

/** From the picture as it would look turned clockwise by `turn`, back to the picture as it is. */
export function turned(turn: QuarterTurn, { width, height }: { width: number; height: number }): Affine {
  switch (turn) {
    case 0:
      return identity;
    case 90:
      return { a: 0, b: 1, c: 0, d: -1, e: 0, f: height };
    case 180:
      return { a: -1, b: 0, c: width, d: 0, e: -1, f: height };
    case 270:
      return { a: 0, b: -1, c: width, d: 1, e: 0, f: 0 };
  }
}

/** The turn, scale and shift (no shear, no mirror) that brings `from` nearest to `to` by least squares. */
export function similarityBetween(from: readonly Point[], to: readonly Point[]): Affine {
  const centerFrom = center(from);
  const centerTo = center(to);
  let along = 0;
  let across = 0;
  let size = 0;
  from.forEach((point, index) => {
    const other = to[index] ?? centerTo;
    const [px, py] = [point.x - centerFrom.x, point.y - centerFrom.y];
    const [qx, qy] = [other.x - centerTo.x, other.y - centerTo.y];
    along += px * qx + py * qy;
    across += px * qy - py * qx;
    size += px * px + py * py;
  });
  const cos = along / size;
  const sin = across / size;
  return {
    a: cos,
    b: -sin,
    c: centerTo.x - cos * centerFrom.x + sin * centerFrom.y,
    d: sin,
    e: cos,
    f: centerTo.y - sin * centerFrom.x - cos * centerFrom.y,
  };
}

function center(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
