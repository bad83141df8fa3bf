import type { CardLook, Obstacle } from './look-at-card.ts';
import { type Corners, distance } from './quadrilateral.ts';

/** What is said: what is in the way, or `still` while the card is good and only must not move. */
export type Advice = Obstacle | 'still';

export interface ShutterTurn {
  readonly advice: Advice;
  /** Now is the moment. */
  readonly release: boolean;
}

/** Good pictures in a row, the card in its place: half a second and more, and no hand is steadier by chance. */
const steadyLooks = 4;
/** A corner may move by this share of the card's width from one picture to the next. */
const mostMove = 0.02;
/** Advice that is gone again at once is not said: nobody could follow it, and a screen reader would never stop. */
const looksBeforeSaid = 3;

/** Follows what is seen of a card picture by picture, and says when to take the photo. */
export class Shutter {
  #steady = 0;
  #last: Corners | undefined;
  #said: Advice = 'no-card';
  #next: Advice = 'no-card';
  #nextFor = 0;

  take({ obstacle, corners }: CardLook): ShutterTurn {
    const isGood = obstacle === undefined && corners !== undefined;
    const moved = corners && this.#last ? movement(this.#last, corners) : Number.POSITIVE_INFINITY;
    this.#steady = isGood && moved <= mostMove ? this.#steady + 1 : 0;
    this.#last = corners;
    this.#settle(obstacle ?? 'still');
    return { advice: this.#said, release: this.#steady >= steadyLooks };
  }

  #settle(advice: Advice): void {
    this.#nextFor = advice === this.#next ? this.#nextFor + 1 : 1;
    this.#next = advice;
    if (this.#nextFor >= looksBeforeSaid) this.#said = advice;
  }
}

function movement(from: Corners, to: Corners): number {
  const most = Math.max(...from.map((corner, at) => distance(corner, to[at] ?? corner)));
  return most / distance(from[0], from[1]);
}
