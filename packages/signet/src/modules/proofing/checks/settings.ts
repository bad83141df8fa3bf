import { days } from '../../../kernel/index.ts';

/** How records are asked, and what a check notes about what it is told. */
export const checkDefaults = {
  /** A22: whoever moved the number to a SIM card of their own does it days before it is noticed. */
  simChangeToReview: days(7),
  /** The youngest who may have an account of their own. */
  minimumAge: 13,
  /** How long to wait before an authority that did not answer is asked again, in seconds; then the last, for ever. */
  retryAfterSeconds: [5, 15, 60, 300, 900, 3600, 21_600] as readonly number[],
  /** An office that refuses our question as we wrote it does so again until somebody of ours has looked. */
  refusedRetryAfterSeconds: 900,
  /** After this many unanswered questions the person is told to stop waiting at the screen: we'll mail them. */
  unansweredBeforePending: 2,
};
export type CheckSettings = Readonly<typeof checkDefaults>;
