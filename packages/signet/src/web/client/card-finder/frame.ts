/** One picture of a camera, as a canvas gives it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** One value a pixel: a color, or brightness. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

export function brightnessOf({ width, height, rgba }: Frame): Plane {
  const values = new Uint8Array(width * height);
  for (let at = 0; at < values.length; at += 1) {
    const from = at * 4;
    values[at] = ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, values };
}

/** Red, green and blue of the same picture, its longer side so long: each pixel is the mean of those that it stands for. */
export function smallColors(frame: Frame, longest: number): Plane[] {
  const scale = Math.max(1, Math.max(frame.width, frame.height) / longest);
  const width = Math.floor(frame.width / scale);
  const height = Math.floor(frame.height / scale);
  const colors = [0, 1, 2].map(() => ({ width, height, values: new Uint8Array(width * height) }));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const mean = meanOf(frame, x * scale, y * scale, (x + 1) * scale, (y + 1) * scale);
      for (const [color, { values }] of colors.entries()) values[y * width + x] = mean[color] ?? 0;
    }
  return colors.map(softened);
}

/** Filled anew for each pixel of thousands. */
const mean = new Float64Array(3);

function meanOf(
  { width, rgba }: Frame,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Float64Array {
  const [fromX, toX, fromY, toY] = [left | 0, right | 0, top | 0, bottom | 0];
  let [red, green, blue] = [0, 0, 0];
  for (let y = fromY; y < toY; y += 1)
    for (let at = (y * width + fromX) * 4; at < (y * width + toX) * 4; at += 4) {
      red += rgba[at] ?? 0;
      green += rgba[at + 1] ?? 0;
      blue += rgba[at + 2] ?? 0;
    }
  const count = (toX - fromX) * (toY - fromY);
  mean[0] = red / count;
  mean[1] = green / count;
  mean[2] = blue / count;
  return mean;
}

/** Each pixel mixed with its neighbors: what noise and steps of a slanting edge would say of its direction is lost. */
function softened({ width, height, values }: Plane): Plane {
  const rows = new Uint16Array(values.length);
  const soft = new Uint8Array(values.length);
  for (let at = 1; at < values.length - 1; at += 1)
    rows[at] = (values[at - 1] ?? 0) + 2 * (values[at] ?? 0) + (values[at + 1] ?? 0);
  for (let at = width; at < values.length - width; at += 1)
    soft[at] = ((rows[at - width] ?? 0) + 2 * (rows[at] ?? 0) + (rows[at + width] ?? 0)) >> 4;
  return { width, height, values: soft };
}
