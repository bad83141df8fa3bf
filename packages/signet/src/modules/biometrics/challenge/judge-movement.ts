import type { Pose } from '../face.ts';
import { movementSettings } from '../settings.ts';
import type { Movement } from './movement.ts';

/** `other-side`: a turn the wrong way, as a person does who takes the picture for a mirror. */
export type MovementJudgment = 'done' | 'more' | 'other-side';

/** Is this the straight look that the movements begin from? */
export const looksStraight = ({ turn, mouth }: Pose): boolean =>
  Math.abs(turn) <= movementSettings.straightTurn && mouth <= movementSettings.closedMouth;

/**
 * Whether a movement is seen in a frame. Turns are measured as they are; chin and mouth against the same person's straight
 * look, since faces differ in where nose and lips stand.
 */
export function judgeMovement(movement: Movement, straight: Pose, seen: Pose): MovementJudgment {
  const { chinDown, openMouth } = movementSettings;
  switch (movement) {
    case 'turn-left':
      return judgeTurn(seen.turn);
    case 'turn-right':
      return judgeTurn(-seen.turn);
    case 'chin-down':
      return isBroad(straight, seen) && seen.nod - straight.nod >= chinDown ? 'done' : 'more';
    case 'open-mouth':
      return isBroad(straight, seen) && seen.mouth - straight.mouth >= openMouth ? 'done' : 'more';
  }
}

/** A print turned away grows narrow, and its lips and nose are then no longer told apart: nothing is read from it. */
const isBroad = (straight: Pose, seen: Pose): boolean =>
  seen.breadth >= straight.breadth * movementSettings.breadthKept;

function judgeTurn(turn: number): MovementJudgment {
  if (turn >= movementSettings.turn) return 'done';
  return turn <= -movementSettings.straightTurn ? 'other-side' : 'more';
}
