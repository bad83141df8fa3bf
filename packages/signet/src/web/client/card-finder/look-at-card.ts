import { findCard, type Shape, shapes } from './find-card.ts';
import { brightnessOf, type Frame } from './frame.ts';
import { measureCard } from './measure-card.ts';
import { type Corners, sideLengths } from './quadrilateral.ts';

/** What stands between this picture and a good photo of a card, the first of it: nothing else helps before that. */
export const obstacles = ['no-card', 'closer', 'straighter', 'darkness', 'glare', 'blur'] as const;
export type Obstacle = (typeof obstacles)[number];

export interface CardLook {
  readonly obstacle?: Obstacle;
  /** Where the card is, in pixels of the picture. */
  readonly corners?: Corners;
}

/**
 * When a photo is good enough to be taken without asking: stricter than the server, which says when one is too poor to use.
 * Measured on rendered specimens at 960 pixels: in focus 0.67 to 1.3, softened by one pixel 0.18 to 0.23, by two 0.05; a
 * room with a fifth of the light 36; a lamp as wide as a seventh of the card 0.016 to 0.023, without one 0.
 */
const good = {
  /** Of the widest card that fits into the picture. */
  across: 0.62,
  /** Degrees. */
  lean: 7,
  /** Opposite sides, the longer over the shorter. */
  unequal: 1.13,
  brightness: 55,
  glare: 0.01,
  sharpness: 0.1,
} as const;

export function lookAtCard(frame: Frame, shape: Shape): CardLook {
  const corners = findCard(frame, shape);
  if (!corners) return { obstacle: 'no-card' };
  const obstacle = heldBadly(frame, corners, shape) ?? seenBadly(frame, corners);
  return { corners, ...(obstacle && { obstacle }) };
}

function heldBadly(frame: Frame, corners: Corners, shape: Shape): Obstacle | undefined {
  const { top, right, bottom, left } = sideLengths(corners);
  const widest = Math.min(frame.width, frame.height * shapes[shape]);
  if ((top + bottom) / 2 < widest * good.across) return 'closer';
  const [a, b, c, d] = corners;
  const lean = Math.max(
    ...[Math.atan2(b.y - a.y, b.x - a.x), Math.atan2(c.y - d.y, c.x - d.x)].map(Math.abs),
  );
  const unequal = Math.max(top / bottom, bottom / top, left / right, right / left);
  return (lean * 180) / Math.PI > good.lean || unequal > good.unequal ? 'straighter' : undefined;
}

function seenBadly(frame: Frame, corners: Corners): Obstacle | undefined {
  const { brightness, glare, sharpness } = measureCard(brightnessOf(frame), corners);
  if (brightness < good.brightness) return 'darkness';
  if (glare > good.glare) return 'glare';
  return sharpness < good.sharpness ? 'blur' : undefined;
}
