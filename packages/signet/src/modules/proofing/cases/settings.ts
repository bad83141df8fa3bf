import { days, hours, minutes } from '../../../kernel/index.ts';

/** Every number of a case's life, each with its reason. Durations in milliseconds. */
export const caseDefaults = {
  /** An authority that was silent for so long is an agent's matter. */
  recordsGiveUpAfter: days(7),
  /** A17: images, templates and the case's key go at the decision. An operator may keep them for this long. */
  keepEvidenceAfterDecision: 0,
  /** Proven again, and no new way to sign in chosen: what was read is kept for so long, and then it goes. */
  claimWithin: hours(24),
  /** The same where the person had to be written to, because an agent or an authority took its time. */
  claimWithinAfterWaiting: days(3),
  /** A case that nobody touched: its photos are not kept on the chance that someone returns. */
  abandonAfter: hours(72),
  /** A case that should be checking and was not touched for so long has lost its job: it is woken. */
  wakeAfter: minutes(10),
};
export type CaseSettings = Readonly<typeof caseDefaults>;
