export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Clockwise from the top left. */
export type Corners = readonly [Corner, Corner, Corner, Corner];

/** In normal form: all points where `x * cos + y * sin = from`. */
export interface NormalLine {
  readonly cos: number;
  readonly sin: number;
  readonly from: number;
}

export function crossing(one: NormalLine, other: NormalLine): Corner {
  const by = one.cos * other.sin - one.sin * other.cos;
  return {
    x: (one.from * other.sin - other.from * one.sin) / by,
    y: (other.from * one.cos - one.from * other.cos) / by,
  };
}

export const sideLengths = ([a, b, c, d]: Corners) => ({
  top: distance(a, b),
  right: distance(b, c),
  bottom: distance(d, c),
  left: distance(a, d),
});

export const distance = (one: Corner, other: Corner): number => Math.hypot(one.x - other.x, one.y - other.y);
