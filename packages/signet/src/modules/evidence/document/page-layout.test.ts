import { describe, expect, it } from 'vitest';
import { type Box, type Corners, isPortraitInPlace } from './page-layout.ts';

const place = { across: [0.05, 0.5], down: [0.2, 0.8], height: [0.1, 0.6] } as const;

/** A card in the middle of its photo, and a face on it that stands where its portrait is. */
const upright: Corners = [
  { x: 0.1, y: 0.2 },
  { x: 0.9, y: 0.2 },
  { x: 0.9, y: 0.8 },
  { x: 0.1, y: 0.8 },
];
const face: Box = { x: 0.2, y: 0.4, width: 0.12, height: 0.18 };

/** Both as they are after a quarter turn of the photo to the right. */
const turnedPoint = ({ x, y }: { x: number; y: number }) => ({ x: 1 - y, y: x });
const turnedFace = ({ x, y, width, height }: Box): Box => ({
  x: 1 - y - height,
  y: x,
  width: height,
  height: width,
});
const turnedCorners = ([a, b, c, d]: Corners): Corners => [
  turnedPoint(a),
  turnedPoint(b),
  turnedPoint(c),
  turnedPoint(d),
];

describe('A18: a portrait in its place', () => {
  it('is in it whichever way the photo lies', () => {
    let [corners, at] = [upright, face];
    for (let turn = 0; turn < 4; turn += 1) {
      expect(isPortraitInPlace(place, corners, at), `${turn} quarter turns`).toBe(true);
      [corners, at] = [turnedCorners(corners), turnedFace(at)];
    }
  });

  it('is in it from aside', () => {
    const aside: Corners = [
      { x: 0.12, y: 0.24 },
      { x: 0.9, y: 0.18 },
      { x: 0.9, y: 0.82 },
      { x: 0.12, y: 0.76 },
    ];
    expect(isPortraitInPlace(place, aside, face)).toBe(true);
  });

  it.each<[string, Box]>([
    ['on the right', { ...face, x: 0.7 }],
    ['at the foot', { ...face, y: 0.66 }],
    ['beside the card', { ...face, x: 0 }],
    ['no larger than a stamp', { x: 0.2, y: 0.4, width: 0.02, height: 0.04 }],
    ['larger than the card has room for', { x: 0.1, y: 0.25, width: 0.3, height: 0.5 }],
  ])('attack, a pasted portrait: %s it is not', (_, elsewhere) => {
    expect(isPortraitInPlace(place, upright, elsewhere)).toBe(false);
  });

  it('attack, a card turned over by the order of its corners: the other side is not its place', () => {
    const [a, b, c, d] = upright;
    expect(isPortraitInPlace(place, [c, d, a, b], face)).toBe(false);
  });
});
