import { minutes } from '../../../kernel/index.ts';

export const phoneCaptureDefaults = {
  /** Enough to fetch a phone and to photograph a card and a face; one press at the desk begins it anew. */
  phoneLinkLasts: minutes(15),
};
export type PhoneCaptureSettings = Readonly<typeof phoneCaptureDefaults>;
