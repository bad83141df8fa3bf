/** B4: consecutive failures that one authenticator bears. Then it is off until it is set up anew. */
export const failuresAtMost = 100;

/**
 * How many of these failures may come from places where the person never signed in. What is left is for the person:
 * with an address alone nobody turns somebody else's password off (SP 800-63B-4 section 3.2.2 has verifiers answer only
 * known places near the limit).
 */
const failuresFromStrangers = 80;

/** What one authenticator bears from where this attempt comes from. */
export const failuresBorne = (fromKnownPlace: boolean): number =>
  fromKnownPlace ? failuresAtMost : failuresFromStrangers;

/**
 * What taking an attempt gives: the stored authenticator, with this attempt counted already. Undefined when there is
 * none or it is off: the caller goes on as if it had been there, so that time tells nothing.
 */
export interface TakenAttempt {
  /** Consecutive failures, this attempt among them until it succeeds. */
  readonly failures: number;
}
