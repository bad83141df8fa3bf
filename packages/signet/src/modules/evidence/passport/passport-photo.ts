import type { PhotoNeeds } from '../photo/index.ts';

/** What a photo of a data page must have; the numbers of a license's front, whose print is of the same size. */
export const passportPhoto = {
  sharpness: 0.012,
  glare: 0.05,
  /** The page is a third wider than a card: a cell of the zone is 20 px at this width, its letters 16 px tall. */
  longSide: 1200,
} as const satisfies PhotoNeeds;
