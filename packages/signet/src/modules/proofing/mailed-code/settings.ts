import { days, minutes } from '../../../kernel/index.ts';

/** Every number of a code by mail, each with its reason. Durations in milliseconds. */
export const mailedCodeDefaults = {
  /** A12: within the contiguous United States a mailed code counts for 21 days, elsewhere for 30. */
  mailedCodeLifetime: days(21),
  mailedCodeLifetimeFarAway: days(30),
  /**
   * What a person is told: to the 48 states mail takes up to a week with its printing, to Alaska, Hawaii and the territories up
   * to two, to the armed forces abroad and to Canada up to three.
   */
  letterTakes: days(7),
  letterTakesOverSea: days(14),
  letterTakesFarAway: days(21),
  /** The address is shown, and for so long a letter can still be stopped. */
  letterLeavesAfter: minutes(30),
  /** A letter that is slow is not a letter that is lost. */
  letterAgainAfter: days(7),
  letterAgainAfterFarAway: days(14),
  /** A17: what was read is not stored on and on for letters that do not come. */
  letterAgainUntil: days(15),
  /** An address at which three letters were lost is not one that mail reaches. */
  mostLetters: 3,
};
export type MailedCodeSettings = Readonly<typeof mailedCodeDefaults>;
