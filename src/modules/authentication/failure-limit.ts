/** B4: consecutive failures that one authenticator bears. Then it is off until it is set up anew. */
export const failuresAtMost = 100;

/**
 * What taking an attempt gives: the stored authenticator, with this attempt counted already. Undefined when there is
 * none or it is off: the caller goes on as if it had been there, so that time tells nothing.
 */
export interface Taken {
  /** Consecutive failures, this attempt among them until it succeeds. */
  readonly failures: number;
}
