import type { Pixels } from '../image/index.ts';
import { barcodeSearch } from './settings.ts';

/** Where parallel bars stand close together, in pixels of the image that was searched. */
export interface StripedRegion {
  /** Degrees that the bars' common direction across them leans from the image's own x axis, -90 to 90. */
  readonly angle: number;
  readonly center: { readonly x: number; readonly y: number };
  /** Size along and across `angle`. */
  readonly width: number;
  readonly height: number;
}

interface Block {
  readonly x: number;
  readonly y: number;
  readonly energy: number;
  readonly angle: number; // radians, -PI/2 to PI/2, the direction in which brightness changes
  readonly coherence: number; // 0 for no direction, 1 for one only
}

/**
 * The barcode's likely place and tilt by gradients: inside it nearly every edge is a bar's, so the structure tensor of
 * each block is strong and points one way. Undefined when nothing in the image is striped.
 */
export function findStripedRegion(image: Pixels): StripedRegion | undefined {
  const size = barcodeSearch.blockSize;
  const columns = Math.floor((image.width - 2) / size);
  const blocks = tensorBlocks(image, columns, Math.floor((image.height - 2) / size));
  const strong = strongBlocks(blocks);
  const angle = dominantAngle(strong);
  if (angle === undefined) return undefined;
  const striped = new Set(
    strong.filter((block) => turnBetween(block.angle, angle) < barcodeSearch.sameDirection),
  );
  const cluster = largestCluster(striped, blocks, columns);
  return cluster.length < barcodeSearch.leastBlocks ? undefined : enclose(cluster, angle, size);
}

function tensorBlocks(image: Pixels, columns: number, rows: number): Block[] {
  const blocks: Block[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) blocks.push(tensorBlock(image, column, row));
  return blocks;
}

function tensorBlock({ data, width }: Pixels, column: number, row: number): Block {
  const size = barcodeSearch.blockSize;
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = row * size + 1; y <= (row + 1) * size; y++)
    for (let x = column * size + 1; x <= (column + 1) * size; x++) {
      const at = y * width + x;
      const dx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const dy = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  const energy = xx + yy;
  return {
    x: (column + 0.5) * size + 1,
    y: (row + 0.5) * size + 1,
    energy,
    angle: Math.atan2(2 * xy, xx - yy) / 2,
    coherence: energy === 0 ? 0 : Math.hypot(xx - yy, 2 * xy) / energy,
  };
}

function strongBlocks(blocks: readonly Block[]): Block[] {
  const energies = blocks.map((block) => block.energy).sort((a, b) => a - b);
  const strongest = energies[Math.floor(energies.length * 0.98)] ?? 0;
  return blocks.filter(
    (block) =>
      block.energy > strongest * barcodeSearch.strongShare &&
      block.energy > barcodeSearch.leastEnergy &&
      block.coherence > barcodeSearch.coherent,
  );
}

/** Smallest turn between two directions that are the same after half a turn. */
function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % Math.PI;
  return Math.min(turn, Math.PI - turn);
}

/** The direction most blocks share: the fullest of one-degree bins, then the mean of what lies near it. */
function dominantAngle(blocks: readonly Block[]): number | undefined {
  const bins = new Float64Array(180);
  const binOf = (angle: number) => ((Math.round((angle * 180) / Math.PI) % 180) + 180) % 180;
  for (const { angle, energy } of blocks)
    for (const near of [-1, 0, 1]) {
      const bin = (binOf(angle) + near + 180) % 180;
      bins[bin] = (bins[bin] ?? 0) + energy;
    }
  const fullest = bins.indexOf(Math.max(...bins));
  if (blocks.length === 0) return undefined;
  const peak = (fullest * Math.PI) / 180;
  let [cos, sin] = [0, 0];
  for (const { angle, energy } of blocks) {
    if (turnBetween(angle, peak) > barcodeSearch.sameDirection) continue;
    cos += energy * Math.cos(2 * angle);
    sin += energy * Math.sin(2 * angle);
  }
  return Math.atan2(sin, cos) / 2;
}

/** Blocks that touch, or stand one block apart (a barcode has pale patches), taken as one; the one with most energy. */
function largestCluster(striped: Set<Block>, blocks: readonly Block[], columns: number): Block[] {
  const index = new Map(blocks.map((block, at) => [block, at]));
  let best: Block[] = [];
  let bestEnergy = 0;
  for (const seed of striped) {
    striped.delete(seed);
    const cluster = [seed];
    for (const block of cluster)
      for (const neighbor of neighbors(index.get(block) ?? 0, blocks, columns))
        if (striped.delete(neighbor)) cluster.push(neighbor);
    const energy = cluster.reduce((sum, block) => sum + block.energy, 0);
    if (energy > bestEnergy) [best, bestEnergy] = [cluster, energy];
  }
  return best;
}

function* neighbors(at: number, blocks: readonly Block[], columns: number): Iterable<Block> {
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++) {
      const column = (at % columns) + dx;
      const block = column >= 0 && column < columns ? blocks[at + dy * columns + dx] : undefined;
      if (block) yield block;
    }
}

function enclose(blocks: readonly Block[], angle: number, size: number): StripedRegion {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = blocks.map(({ x, y }) => x * cos + y * sin);
  const across = blocks.map(({ x, y }) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    angle: (angle * 180) / Math.PI,
    center: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: right - left + size,
    height: bottom - top + size,
  };
}
