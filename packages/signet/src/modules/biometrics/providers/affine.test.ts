import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply, type Point, type QuarterTurn, similarityBetween, turned } from './affine.ts';

const near = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 1e-6;

it('a quarter turn leads every corner of the turned picture to a corner of the stored one', () => {
  const size = { width: 30, height: 20 };
  const topLeftOf = (turn: QuarterTurn) => apply(turned(turn, size), { x: 0, y: 0 });
  expect([0, 90, 180, 270].map((turn) => topLeftOf(turn as QuarterTurn))).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 20 },
    { x: 30, y: 20 },
    { x: 30, y: 0 },
  ]);
});

it('a similarity between points that are alike is found exactly', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const points: Point[] = [
    { x: 38, y: 51 },
    { x: 73, y: 52 },
    { x: 56, y: 71 },
    { x: 41, y: 92 },
  ];
  fc.assert(
    fc.property(number(-3, 3), number(0.1, 9), number(-99, 99), number(-99, 99), (angle, scale, c, f) => {
      const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
      const moved = points.map((p) => apply({ a: cos, b: -sin, c, d: sin, e: cos, f }, p));
      const found = similarityBetween(points, moved);
      return points.every((p, i) => near(apply(found, p), moved[i] ?? p));
    }),
  );
});
