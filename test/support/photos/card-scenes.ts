import sharp from 'sharp';

/** For tests: what a camera sees while a card is held before it, and where in the picture the card is. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
  /** Clockwise from the top left, in pixels; none where no card is shown. */
  readonly corners: readonly Corner[];
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

export const tables = ['dark', 'wood', 'pale', 'checked', 'newspaper'] as const;
export type Table = (typeof tables)[number];

export interface SceneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly table?: Table;
  /** Width of the card as a share of the picture's. */
  readonly share?: number;
  /** From the middle, as shares of the picture's width. */
  readonly offset?: Corner;
  readonly degrees?: number;
  /** How much taller the right side is than the left one, as a share; and the bottom wider than the top. */
  readonly lean?: Corner;
  /** Fingers that hold the card over its left and right side. */
  readonly fingers?: boolean;
  /** A lamp mirrored in the card: middle and radius as shares of its width. */
  readonly lamp?: { readonly x: number; readonly y: number; readonly radius: number };
  /** Out of focus: sigma in pixels of the picture. */
  readonly blur?: number;
  /** Brightness as a share. */
  readonly light?: number;
  readonly seed?: number;
}

/** A photo's card alone, as the sandbox draws its photos: 150 pixels of table around it. */
export async function cardOf(photo: Buffer): Promise<Pixels> {
  const { width = 0, height = 0 } = await sharp(photo).metadata();
  const inset = 158;
  const size = { width: width - 2 * inset, height: height - 2 * inset };
  const { data } = await sharp(photo)
    .extract({ left: inset, top: inset, ...size })
    .resize(1000)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: 1000, height: data.length / 3000, rgb: data };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Drawn so many times larger, and made smaller: a lens has no steps along a slanting edge. */
const finer = 2;

/** Without a card the table alone is seen. */
export async function scene(card: Pixels | undefined, options: SceneOptions = {}): Promise<Scene> {
  const { width = 640, height = 480 } = options;
  const drawn = await drawnScene(card, { ...options, width: width * finer, height: height * finer });
  const rgba = await sharp(drawn.rgba, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
    .resize(width, height, { kernel: 'cubic' })
    .raw()
    .toBuffer();
  return {
    width,
    height,
    rgba: new Uint8ClampedArray(rgba),
    corners: drawn.corners.map(({ x, y }) => ({ x: x / finer, y: y / finer })),
  };
}

async function drawnScene(
  card: Pixels | undefined,
  options: SceneOptions & { readonly width: number; readonly height: number },
): Promise<Scene> {
  const { width, height, table = 'dark', seed = 1 } = options;
  const chance = chances(seed);
  const rgb = await tableTop(table, width, height, chance);
  const corners = card ? cornersOf(card, width, height, options) : [];
  if (card) lay(card, corners, rgb, width, options);
  if (card && options.fingers) hold(corners, rgb, width, height);
  const soft = options.blur ? await blurred(rgb, width, height, options.blur * finer) : rgb;
  const light = options.light ?? 1;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const noise = (chance() - 0.5) * 16;
    for (let channel = 0; channel < 3; channel += 1)
      rgba[at * 4 + channel] = (soft[at * 3 + channel] ?? 0) * light + noise;
    rgba[at * 4 + 3] = 255;
  }
  return { width, height, rgba, corners };
}

export const sceneJpeg = ({ rgba, width, height }: Scene): Promise<Buffer> =>
  sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 90 })
    .toBuffer();

const blurred = (rgb: Uint8Array, width: number, height: number, sigma: number): Promise<Uint8Array> =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer();

function cornersOf(card: Pixels, width: number, height: number, options: SceneOptions): Corner[] {
  const { share = 0.8, offset = { x: 0, y: 0 }, degrees = 0, lean = { x: 0, y: 0 } } = options;
  const half = { x: (width * share) / 2, y: (((width * share) / 2) * card.height) / card.width };
  const angle = (degrees * Math.PI) / 180;
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right = 0, down = 0]) => {
    const x = right * half.x * (1 + (down * lean.y) / 2);
    const y = down * half.y * (1 + (right * lean.x) / 2);
    return {
      x: width / 2 + offset.x * width + x * Math.cos(angle) - y * Math.sin(angle),
      y: height / 2 + offset.y * width + x * Math.sin(angle) + y * Math.cos(angle),
    };
  });
}

/** Draws the card between its corners, with its rounded corners and a soft shadow. */
function lay(
  card: Pixels,
  corners: readonly Corner[],
  rgb: Uint8Array,
  width: number,
  options: SceneOptions,
): void {
  const toCard = planeOf(corners);
  for (let at = 0; at < rgb.length / 3; at += 1) {
    const { x: u, y: v } = toCard(at % width, Math.floor(at / width));
    const out = outside(u, v, card.width / card.height);
    if (out > 0) {
      const shade = 1 - 0.35 * Math.max(0, 1 - out / 0.03);
      for (let channel = 0; channel < 3; channel += 1)
        rgb[at * 3 + channel] = (rgb[at * 3 + channel] ?? 0) * shade;
      continue;
    }
    const from =
      (Math.min(card.height - 1, Math.floor(v * card.height)) * card.width +
        Math.min(card.width - 1, Math.floor(u * card.width))) *
      3;
    const white = lampAt(u, v, card.width / card.height, options.lamp);
    for (let channel = 0; channel < 3; channel += 1) {
      const own = card.rgb[from + channel] ?? 0;
      rgb[at * 3 + channel] = own + (255 - own) * white;
    }
  }
}

const lampAt = (u: number, v: number, aspect: number, lamp: SceneOptions['lamp']): number => {
  if (!lamp) return 0;
  const far = Math.hypot(u - lamp.x, (v - lamp.y) / aspect) / lamp.radius;
  return far < 0.6 ? 1 : Math.max(0, 1 - (far - 0.6) / 0.4);
};

/** How far outside the card with its rounded corners, in widths of the card; 0 and less is inside. */
function outside(u: number, v: number, aspect: number): number {
  const radius = 0.037;
  const x = Math.abs(u - 0.5) - 0.5 + radius;
  const y = (Math.abs(v - 0.5) - 0.5) / aspect + radius;
  return Math.hypot(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) - radius;
}

/** Two fingers each over the left and the right side. */
function hold(corners: readonly Corner[], rgb: Uint8Array, width: number, height: number): void {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners as [Corner, Corner, Corner, Corner];
  const across = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  for (const [side, end, out] of [
    [topLeft, bottomLeft, -1],
    [topRight, bottomRight, 1],
  ] as const)
    for (const along of [0.45, 0.72]) {
      const tip = { x: side.x + (end.x - side.x) * along, y: side.y + (end.y - side.y) * along };
      const thick = across * 0.05;
      for (let y = Math.max(0, Math.floor(tip.y - thick)); y < Math.min(height, tip.y + thick); y += 1)
        for (let x = 0; x < width; x += 1) {
          const far = (x - tip.x) * out; // out of the card
          const round = far < -thick ? 0 : Math.sqrt(Math.max(0, 1 - ((y - tip.y) / thick) ** 2));
          if (round === 0 || far < -thick * round) continue;
          const light = 0.75 + 0.25 * round;
          rgb.set([208 * light, 158 * light, 130 * light], (y * width + x) * 3);
        }
    }
}

/** From the picture to the card's plane, where the four corners are those of the unit square. */
function planeOf(corners: readonly Corner[]): (x: number, y: number) => Corner {
  const [a, b, c, d] = corners as [Corner, Corner, Corner, Corner];
  const dx = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x] as const;
  const dy = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y] as const;
  const by = dx[0] * dy[1] - dx[1] * dy[0];
  const g = (dx[2] * dy[1] - dx[1] * dy[2]) / by;
  const h = (dx[0] * dy[2] - dx[2] * dy[0]) / by;
  const m = [
    [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x],
    [b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y],
    [g, h, 1],
  ] as const;
  const cofactor = (r0: 0 | 1 | 2, c0: 0 | 1 | 2, r1: 0 | 1 | 2, c1: 0 | 1 | 2) =>
    m[r0][c0] * m[r1][c1] - m[r0][c1] * m[r1][c0];
  const inverse = [
    [cofactor(1, 1, 2, 2), -cofactor(0, 1, 2, 2), cofactor(0, 1, 1, 2)],
    [-cofactor(1, 0, 2, 2), cofactor(0, 0, 2, 2), -cofactor(0, 0, 1, 2)],
    [cofactor(1, 0, 2, 1), -cofactor(0, 0, 2, 1), cofactor(0, 0, 1, 1)],
  ] as const;
  return (x, y) => {
    const [u, v, w] = inverse.map(([p, q, r]) => p * x + q * y + r) as [number, number, number];
    return { x: u / w, y: v / w };
  };
}

const grounds: Readonly<Record<Table, readonly [number, number, number]>> = {
  dark: [58, 60, 66],
  wood: [141, 106, 75],
  pale: [216, 212, 205],
  checked: [190, 60, 58],
  newspaper: [206, 203, 192],
};

async function tableTop(
  table: Table,
  width: number,
  height: number,
  chance: () => number,
): Promise<Uint8Array> {
  const [red, green, blue] = grounds[table];
  const marks = { dark: '', pale: '', wood: boards, checked: squares, newspaper: columns }[table];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="rgb(${red},${green},${blue})"/>
    ${typeof marks === 'string' ? marks : marks(width, height, chance)}
    <linearGradient id="l"><stop offset="0" stop-color="#fff" stop-opacity="0.12"/><stop offset="1" stop-color="#000" stop-opacity="0.18"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#l)"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
}

const boards = (width: number, height: number, chance: () => number): string =>
  Array.from({ length: 5 }, (_, board) => {
    const y = ((board + chance() * 0.5) * height) / 4.5;
    const grain = Array.from({ length: 14 }, () => {
      const from = y + (chance() * height) / 5;
      return `<path d="M0 ${from}Q${width / 2} ${from + (chance() - 0.5) * 30} ${width} ${from}" stroke="#30190a" stroke-opacity="0.2" fill="none"/>`;
    }).join('');
    return `${grain}<path d="M0 ${y}H${width}" stroke="#1c0e04" stroke-opacity="0.6" stroke-width="2"/>`;
  }).join('');

const squares = (width: number, height: number): string => {
  const side = width / 14;
  return Array.from({ length: 14 * Math.ceil(height / side) }, (_, at) => {
    const [column, row] = [at % 14, Math.floor(at / 14)];
    if ((column + row) % 2 === 0) return '';
    return `<rect x="${column * side}" y="${row * side}" width="${side}" height="${side}" fill="#efe9e4"/>`;
  }).join('');
};

const columns = (width: number, height: number, chance: () => number): string =>
  Array.from({ length: Math.ceil(height / 9) * 4 }, (_, at) => {
    const [column, row] = [at % 4, Math.floor(at / 4)];
    return Array.from({ length: 6 }, (_, word) => {
      const x = ((column + 0.06 + word * 0.15) * width) / 4;
      return `<rect x="${x}" y="${row * 9}" width="${(0.05 + chance() * 0.08) * (width / 4)}" height="4" fill="#333"/>`;
    }).join('');
  }).join('');

/** The same for the same seed. */
function chances(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
