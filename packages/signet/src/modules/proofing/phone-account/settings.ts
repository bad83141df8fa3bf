import { minutes, seconds } from '../../../kernel/index.ts';
import { phoneAccountLimits } from './limits.ts';

/** Every number of texting a code, each with its reason. Durations in milliseconds. */
export const phoneDefaults = {
  /** A12: codes by text message count for ten minutes. */
  phoneCodeLifetime: minutes(10),
  /** Wrong codes a day, across resends, numbers and cases: five guesses in a million. */
  phoneCodeTries: phoneAccountLimits.wrong.most,
  /** Texts a day to a person: a slip in the number, a lost message, another phone. */
  textsPerDay: phoneAccountLimits['to-a-person'].most,
  /** People a day who have one number texted, and texts that they ask for again: nobody's phone is made a nuisance. */
  firstTextsToNumberPerDay: phoneAccountLimits['to-a-number'].most,
  textsAgainToNumberPerDay: phoneAccountLimits['to-a-number-again'].most,
  /** A text that is slow is not a text that is lost. */
  textAgainAfter: seconds(30),
};
export type PhoneSettings = Readonly<typeof phoneDefaults>;
