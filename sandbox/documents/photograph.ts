import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { seeded } from './seeded-random.ts';

export interface Shot {
  readonly seed: string; // whose document on which side: decides the table, the light and the hand
  readonly rotateDegrees?: number; // clockwise; without it, less than 2 degrees by the seed
  readonly blur?: number; // sigma in pixels of the finished photo; 6 and more is past reading
  readonly glare?: boolean; // a lamp mirrored over the middle of the card
}

const margin = 150; // table around the card, pixels
const quality = 88;

/**
 * A photo of a card as a phone takes it: on a table, a little turned and tilted, lit from one side, with some
 * sensor noise. Same shot, same bytes.
 */
export async function photograph(card: Canvas, shot: Shot): Promise<Buffer> {
  const chance = seeded(shot.seed);
  const photo = createCanvas(card.width + 2 * margin, card.height + 2 * margin);
  const draw = photo.getContext('2d');
  table(draw, photo.width, photo.height, chance);
  const degrees = shot.rotateDegrees ?? (chance() - 0.5) * 3;
  const tilt = (chance() - 0.5) * 0.03;
  draw.save();
  draw.translate(photo.width / 2, photo.height / 2);
  draw.rotate((degrees * Math.PI) / 180);
  shadow(draw, card);
  tilted(draw, card, tilt);
  draw.restore();
  if (shot.glare) glare(draw, photo.width * 0.52, photo.height * 0.45, photo.width * 0.3);
  light(draw, photo.width, photo.height, chance);
  noise(draw, photo.width, photo.height, chance);
  // The raw pixels rather than a PNG between: that encoding alone took longer than everything else.
  const raw = sharp(photo.data(), { raw: { width: photo.width, height: photo.height, channels: 4 } });
  return (shot.blur ? raw.blur(shot.blur) : raw).removeAlpha().jpeg({ quality }).toBuffer();
}

/** Boards of a wooden table, or a plain gray one. */
function table(draw: SKRSContext2D, width: number, height: number, chance: () => number): void {
  const wooden = chance() < 0.7;
  draw.fillStyle = wooden ? '#8d6a4b' : '#8b8f92';
  draw.fillRect(0, 0, width, height);
  if (!wooden) return;
  const board = height / 4;
  for (let top = -board * chance(); top < height; top += board) {
    draw.fillStyle = `rgba(60, 34, 14, ${0.04 + chance() * 0.16})`;
    draw.fillRect(0, top, width, board);
    for (let grain = 0; grain < 46; grain += 1) {
      const y = top + chance() * board;
      const bend = (chance() - 0.5) * 26;
      draw.strokeStyle = `rgba(48, 26, 10, ${0.04 + chance() * 0.12})`;
      draw.lineWidth = 0.6 + chance() * 2;
      draw.beginPath();
      draw.moveTo(0, y);
      draw.bezierCurveTo(width * 0.3, y + bend, width * 0.6, y - bend, width, y + bend / 2);
      draw.stroke();
    }
    draw.fillStyle = 'rgba(28, 14, 4, 0.55)';
    draw.fillRect(0, top, width, 3);
  }
}

function shadow(draw: SKRSContext2D, card: Canvas): void {
  draw.save();
  draw.shadowColor = 'rgba(0, 0, 0, 0.55)';
  draw.shadowBlur = 34;
  draw.shadowOffsetX = 8;
  draw.shadowOffsetY = 14;
  draw.fillStyle = '#40362c';
  draw.beginPath();
  draw.roundRect(-card.width / 2 + 8, -card.height / 2 + 8, card.width - 16, card.height - 16, 58);
  draw.fill();
  draw.restore();
}

/** Perspective about the vertical axis: one side is nearer and taller. Drawn in columns, for a canvas has no such transform. */
function tilted(draw: SKRSContext2D, card: Canvas, tilt: number): void {
  const step = 2;
  for (let x = 0; x < card.width; x += step) {
    const scale = 1 - Math.abs(tilt) + tilt * (2 * (x / card.width) - 1);
    const tall = card.height * scale;
    // Half a pixel of overlap hides the seams between columns.
    draw.drawImage(card, x, 0, step, card.height, x - card.width / 2, -tall / 2, step + 0.5, tall);
  }
}

function glare(draw: SKRSContext2D, x: number, y: number, radius: number): void {
  const lamp = draw.createRadialGradient(x, y, 0, x, y, radius);
  lamp.addColorStop(0, 'rgba(255, 255, 255, 1)');
  lamp.addColorStop(0.45, 'rgba(255, 255, 255, 0.98)');
  lamp.addColorStop(1, 'rgba(255, 255, 255, 0)');
  draw.fillStyle = lamp;
  draw.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** Brighter on the window's side, darker away from it. */
function light(draw: SKRSContext2D, width: number, height: number, chance: () => number): void {
  const fromLeft = chance() < 0.5;
  const day = draw.createLinearGradient(fromLeft ? 0 : width, 0, fromLeft ? width : 0, height);
  day.addColorStop(0, 'rgba(255, 250, 235, 0.10)');
  day.addColorStop(0.5, 'rgba(255, 250, 235, 0)');
  day.addColorStop(1, 'rgba(12, 16, 30, 0.16)');
  draw.fillStyle = day;
  draw.fillRect(0, 0, width, height);
}

/** A tile of gray specks, repeated: what a sensor adds indoors. */
function noise(draw: SKRSContext2D, width: number, height: number, chance: () => number): void {
  const side = 256;
  const tile = createCanvas(side, side);
  const specks = tile.getContext('2d');
  const pixels = specks.createImageData(side, side);
  for (let at = 0; at < pixels.data.length; at += 4) {
    pixels.data.fill(chance() < 0.5 ? 0 : 255, at, at + 3);
    pixels.data[at + 3] = Math.floor(chance() * 13);
  }
  specks.putImageData(pixels, 0, 0);
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) draw.drawImage(tile, x, y);
  }
}
