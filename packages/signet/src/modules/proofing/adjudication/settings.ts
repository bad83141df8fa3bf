import { days } from '../../../kernel/index.ts';

/** What findings must come to, and how many tries there are, each with its reason. */
export const adjudicationDefaults = {
  /** A document that three sets of photos did not make readable will not be read by a fourth. */
  unreadableTries: 3,
  /** A face that was not the portrait's gets one more selfie, then a person looks. */
  faceRejections: 2,
  /** What the offices did not bear out gets one more try with the number (a slip), then a person looks. */
  numberTries: 2,
  /** A phone account that the carrier did not bear out gets one other phone, then a person looks. */
  phoneRejections: 2,
  /**
   * Of the fields that a kind of document compares, how many may be unreadable (a scratch, a stamp); the others must agree
   * with the data. Two of a license's four would leave too little of what A18 asks for, and a passport has no fewer reasons.
   */
  unreadFields: 1,
  /** An agent needs the evidence to decide; no longer than this. */
  keepEvidenceForReview: days(14),
};
export type AdjudicationSettings = Readonly<typeof adjudicationDefaults>;
