import { failureLimits } from './limits.ts';

/** B4: consecutive failures that one authenticator bears. */
export const failuresAtMost = failureLimits['in-a-row'].most;

/**
 * Stands in the count of one that its holder had turned off: no number of failures. A try that was judged right just then
 * begins the count anew for failures only, and turns nothing on again.
 */
export const turnedOff = failuresAtMost + 1;

/** What one authenticator bears from where this attempt comes from. */
export const failuresBorne = (fromKnownPlace: boolean): number =>
  fromKnownPlace ? failuresAtMost : failureLimits['from-strangers'].most;

/**
 * What taking an attempt gives: the stored authenticator, with this attempt counted already. Undefined when there is
 * none or it is off: the caller goes on as if it had been there, so that time tells nothing.
 */
export interface TakenAttempt {
  /** Consecutive failures, this attempt among them until it succeeds. */
  readonly failures: number;
}
