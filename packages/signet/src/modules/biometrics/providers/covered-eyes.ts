import { coveredEyes } from '../settings.ts';
import { compose, onto, type Point } from './affine.ts';
import type { View } from './face-detector.ts';
import { fivePoints, type Landmarks } from './face-landmarks.ts';
import { sample } from './sample.ts';

/** A part of the face is looked at in so many points across. */
const side = 12;

/** Dark glasses: where the eyes should be it is much darker than on the cheeks, and all the same. */
export function areEyesCovered(view: View, landmarks: Landmarks): boolean {
  const [eye, otherEye, , corner, otherCorner] = fivePoints(landmarks) as [Point, Point, Point, Point, Point];
  const apart = Math.hypot(otherEye.x - eye.x, otherEye.y - eye.y);
  const toMouth = {
    x: (corner.x + otherCorner.x - eye.x - otherEye.x) / 2,
    y: (corner.y + otherCorner.y - eye.y - otherEye.y) / 2,
  };
  const cheekBelow = ({ x, y }: Point): Point => ({ x: x + toMouth.x / 2, y: y + toMouth.y * 0.55 });
  const eyes = brightnessAround(view, [eye, otherEye], apart * 0.25);
  const cheeks = brightnessAround(view, [cheekBelow(eye), cheekBelow(otherEye)], apart * 0.15);
  const skin = Math.max(1, mean(cheeks));
  return mean(eyes) / skin < coveredEyes.darkerThan && spread(eyes) / skin < coveredEyes.evenerThan;
}

function brightnessAround(view: View, points: readonly Point[], reach: number): number[] {
  return points.flatMap(({ x, y }) => {
    const box = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach, confidence: 1 };
    const rgb = sample(
      view.pixels,
      compose(view.upright, onto(box, { width: side, height: side })),
      side,
      side,
    );
    return Array.from({ length: side * side }, (_, at) => {
      const [red = 0, green = 0, blue = 0] = rgb.subarray(at * 3, at * 3 + 3);
      return 0.3 * red + 0.59 * green + 0.11 * blue;
    });
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((one) => (one - middle) ** 2)));
}
