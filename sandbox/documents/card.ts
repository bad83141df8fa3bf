import { type Canvas, createCanvas, type Image, type SKRSContext2D } from '@napi-rs/canvas';
import { font } from './fonts.ts';

/** An ID-1 card (85.60 x 53.98 mm, ISO/IEC 7810) at 475 dots an inch, before a phone looks at it. */
export const cardSize = { width: 1600, height: 1009, corner: 58 } as const;

export const ink = {
  text: '#1c2433',
  label: '#2c5f6b',
  band: '#1f5f67',
  pale: '#eef4ef',
  red: '#b3242c',
} as const;

export interface CardSize {
  readonly width: number;
  readonly height: number;
  readonly corner: number;
}

/** An empty card with rounded corners: everything drawn on it afterwards stays inside. */
export function emptyCard(
  paper: readonly [string, string, string],
  { width, height, corner }: CardSize = cardSize,
): { card: Canvas; draw: SKRSContext2D } {
  const card = createCanvas(width, height);
  const draw = card.getContext('2d');
  draw.beginPath();
  draw.roundRect(0, 0, width, height, corner);
  draw.clip();
  const wash = draw.createLinearGradient(0, 0, width, height);
  paper.forEach((color, place) => {
    wash.addColorStop(place / 2, color);
  });
  draw.fillStyle = wash;
  draw.fillRect(0, 0, width, height);
  return { card, draw };
}

export interface Wave {
  readonly color: string;
  readonly lines: number;
  readonly amplitude: number;
  readonly period: number;
  readonly drift: number;
}

/** Fine interwoven curves behind the print, in the manner of a guilloche. */
export function guilloche(draw: SKRSContext2D, waves: readonly Wave[], size: CardSize = cardSize): void {
  draw.lineWidth = 1.1;
  for (const { color, lines, amplitude, period, drift } of waves) {
    draw.strokeStyle = color;
    for (let line = 0; line < lines; line += 1) {
      const middle = (line / (lines - 1)) * size.height;
      draw.beginPath();
      for (let x = 0; x <= size.width; x += 8) {
        const swing = Math.sin((x / period) * 2 * Math.PI + line * drift);
        const y = middle + amplitude * swing * Math.sin((x / size.width) * Math.PI + drift);
        if (x === 0) draw.moveTo(x, y);
        else draw.lineTo(x, y);
      }
      draw.stroke();
    }
  }
}

/** A rosette of turning ellipses. */
export function rosette(draw: SKRSContext2D, x: number, y: number, radius: number, color: string): void {
  draw.strokeStyle = color;
  draw.lineWidth = 1.1;
  for (let turn = 0; turn < 36; turn += 1) {
    draw.beginPath();
    draw.ellipse(x, y, radius, radius * 0.42, (turn / 36) * Math.PI, 0, 2 * Math.PI);
    draw.stroke();
  }
}

export interface Text {
  readonly size: number;
  readonly weight?: 'regular' | 'medium' | 'heavy';
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly widest?: number; // set smaller until it fits, as issuers do with long names
}

/** Writes one line with its baseline at y. */
export function write(draw: SKRSContext2D, text: string, x: number, y: number, how: Text): void {
  draw.fillStyle = how.color ?? ink.text;
  draw.textAlign = how.align ?? 'left';
  draw.font = font(how.size, how.weight);
  const width = draw.measureText(text).width;
  if (how.widest !== undefined && width > how.widest) {
    draw.font = font((how.size * how.widest) / width, how.weight);
  }
  draw.fillText(text, x, y);
}

/** Draws a picture so that it fills the box from its middle, whatever shape it has, with a thin frame. */
export function framed(
  draw: SKRSContext2D,
  picture: Image,
  box: readonly [number, number, number, number],
): void {
  const [x, y, width, height] = box;
  const scale = Math.max(width / picture.width, height / picture.height);
  const [cutWidth, cutHeight] = [width / scale, height / scale];
  const [cutX, cutY] = [(picture.width - cutWidth) / 2, (picture.height - cutHeight) / 2];
  draw.drawImage(picture, cutX, cutY, cutWidth, cutHeight, x, y, width, height);
  draw.strokeStyle = 'rgba(31, 95, 103, 0.6)';
  draw.lineWidth = 2;
  draw.strokeRect(x, y, width, height);
}

/** SPECIMEN in large red capitals, set where it hides no field. */
export function specimen(draw: SKRSContext2D, x: number, y: number, size: number): void {
  draw.save();
  draw.translate(x, y);
  draw.font = font(size, 'heavy');
  draw.textAlign = 'center';
  draw.letterSpacing = `${Math.round(size / 8)}px`;
  draw.fillStyle = ink.red;
  draw.fillText('SPECIMEN', 0, 0);
  draw.restore();
}
