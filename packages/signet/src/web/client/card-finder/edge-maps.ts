import type { Edges } from './edges.ts';
import type { Slope, Way } from './lines.ts';

/** Where an edge of one slope and way is, or is beside. */
export type EdgeMap = Uint8Array;

/** A side is found a pixel or two beside its edge. */
const beside = 2;
/** Sides that lean less than this have such edges: tan of 27 degrees. */
const leaning = 0.5;

export function edgeMaps(edges: Edges): (slope: Slope, way: Way) => EdgeMap {
  const made = new Map<string, EdgeMap>();
  return (slope, way) => {
    const name = slope + way;
    const map = made.get(name) ?? mapOf(edges, slope, way);
    made.set(name, map);
    return map;
  };
}

function mapOf({ width, height, across, down, strength, least }: Edges, slope: Slope, way: Way): EdgeMap {
  const map = new Uint8Array(width * height);
  const step = slope === 'flat' ? width : 1;
  const [main, other] = slope === 'flat' ? [down, across] : [across, down];
  for (let y = beside; y < height - beside; y += 1)
    for (let x = beside; x < width - beside; x += 1) {
      const at = y * width + x;
      const change = (main[at] ?? 0) * way;
      if (change <= 0 || (strength[at] ?? 0) < least || Math.abs(other[at] ?? 0) > change * leaning) continue;
      for (let by = -beside; by <= beside; by += 1) map[at + by * step] = 1;
    }
  return map;
}
