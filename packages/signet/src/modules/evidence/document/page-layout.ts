/** Why a page does not stand as a document of its kind does, whatever its words say (A18). */
export const layoutFaults = [
  'no-title',
  'no-labels',
  'little-print',
  'zone-out-of-place',
  'no-color',
  'regular-pattern',
] as const;
export type LayoutFault = (typeof layoutFaults)[number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left as its reader has them. */
export type Corners = readonly [Point, Point, Point, Point];

/** A rectangle with level sides. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** How a page stands in its photo. Places are shares of the photo's width and height. */
export interface PageLayout {
  readonly faults: readonly LayoutFault[];
  /** Of the whole photo where the page's own were not found. */
  readonly corners: Corners;
}

/** Where on the page a portrait's face has its middle, and how tall it is: shares of the page's own width and height. */
export interface PortraitPlace {
  readonly across: readonly [from: number, to: number];
  readonly down: readonly [from: number, to: number];
  readonly height: readonly [least: number, most: number];
}

/**
 * Whether a face stands where this kind of page has its portrait. Perspective is not undone: a photo of a card from aside
 * moves a place by a twentieth of it, and places are wider than that.
 */
export function isPortraitInPlace(place: PortraitPlace, corners: Corners, face: Box): boolean {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const across = halved(minus(topRight, topLeft), minus(bottomRight, bottomLeft));
  const down = halved(minus(bottomLeft, topLeft), minus(bottomRight, topRight));
  const middle = minus({ x: face.x + face.width / 2, y: face.y + face.height / 2 }, topLeft);
  const area = cross(across, down);
  const isWithin = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;
  const isLevel = Math.abs(down.y) >= Math.abs(down.x);
  const height = (isLevel ? face.height : face.width) / Math.abs(isLevel ? down.y : down.x);
  return (
    isWithin(cross(middle, down) / area, place.across) &&
    isWithin(cross(across, middle) / area, place.down) &&
    isWithin(height, place.height)
  );
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const halved = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
