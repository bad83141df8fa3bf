import { minutes, seconds } from '../../../kernel/index.ts';

/** Every number of texting a code, each with its reason. Durations in milliseconds. */
export const phoneDefaults = {
  /** A12: codes by text message count for ten minutes. */
  phoneCodeLifetime: minutes(10),
  /** Wrong codes a day, across resends, numbers and cases: five guesses in a million. */
  phoneCodeTries: 5,
  /** Texts a day to a person: a slip in the number, a lost message, another phone. */
  textsPerDay: 6,
  /** Texts a day to one number from everybody together, so that nobody's phone is made a nuisance. */
  textsToNumberPerDay: 10,
  /** A text that is slow is not a text that is lost. */
  textAgainAfter: seconds(30),
};
export type PhoneSettings = Readonly<typeof phoneDefaults>;
