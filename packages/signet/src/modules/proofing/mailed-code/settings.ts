import { days } from '../../../kernel/index.ts';

/** Every number of a code by mail, each with its reason. Durations in milliseconds. */
export const mailedCodeDefaults = {
  /** A12: within the contiguous United States a mailed code counts for 21 days, elsewhere for 30. */
  mailedCodeLifetime: days(21),
  mailedCodeLifetimeFarAway: days(30),
  /** A letter that is slow is not a letter that is lost. */
  letterAgainAfter: days(7),
  /** A17: what was read is not stored on and on for letters that do not come. */
  letterAgainUntil: days(15),
  /** An address at which three letters were lost is not one that mail reaches. */
  mostLetters: 3,
};
export type MailedCodeSettings = Readonly<typeof mailedCodeDefaults>;
