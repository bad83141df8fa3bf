import type { Pose } from '../face.ts';
import { movementSettings } from '../settings.ts';
import { type Movement, movements } from './movement.ts';

/** `other-side`: a turn the wrong way, as a person does who takes the picture for a mirror. */
export type MovementJudgment = 'done' | 'more' | 'other-side';

/** Is this the straight look that the movements begin from? */
export const looksStraight = ({ turn, mouth }: Pose): boolean =>
  Math.abs(turn) <= movementSettings.straightTurn && mouth <= movementSettings.closedMouth;

/**
 * Whether a frame shows this movement and no other: one grimace must not serve for several. Turns are measured as they are;
 * chin and mouth against the same person's straight look, since faces differ in where nose and lips stand.
 */
export function judgeMovement(movement: Movement, straight: Pose, seen: Pose): MovementJudgment {
  if (isOtherSide(movement, seen)) return 'other-side';
  const shown = movements.filter((one) => shows[one](straight, seen));
  return shown.length === 1 && shown[0] === movement && isWhole(straight, seen) ? 'done' : 'more';
}

const shows: Readonly<Record<Movement, (straight: Pose, seen: Pose) => boolean>> = {
  'turn-left': (_straight, seen) => seen.turn >= movementSettings.turn,
  'turn-right': (_straight, seen) => seen.turn <= -movementSettings.turn,
  'chin-down': (straight, seen) => seen.nod - straight.nod >= movementSettings.chinDown,
  'open-mouth': (straight, seen) => seen.widestMouth - straight.widestMouth >= movementSettings.openMouth,
};

const isOtherSide = (movement: Movement, { turn }: Pose): boolean =>
  (movement === 'turn-left' && turn <= -movementSettings.straightTurn) ||
  (movement === 'turn-right' && turn >= movementSettings.straightTurn);

/** A print that is turned away, tilted or bent grows narrow or broad, and a face keeps about its breadth. */
const isWhole = (straight: Pose, seen: Pose): boolean =>
  seen.breadth >= straight.breadth * movementSettings.breadthFrom &&
  seen.breadth <= straight.breadth * movementSettings.breadthTo;
