import { minutes, seconds } from '../../../kernel/index.ts';

/** Every number of texting a code, each with its reason. Durations in milliseconds. */
export const phoneDefaults = {
  /** A12: codes by text message count for ten minutes. */
  phoneCodeLifetime: minutes(10),
  /** A text that is slow is not a text that is lost. */
  textAgainAfter: seconds(30),
};
export type PhoneSettings = Readonly<typeof phoneDefaults>;
