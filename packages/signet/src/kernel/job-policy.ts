/** A kind of job: how often it is tried again, and how many run at once in a worker. Delays in seconds. */
export interface JobPolicy {
  readonly name: string;
  readonly retries: number;
  /** Each wait is twice the one before, up to the longest. */
  readonly firstRetryAfter: number;
  readonly longestRetryAfter: number;
  readonly concurrency: number;
  /** Runs by itself at these times (cron, UTC). */
  readonly every?: string;
}

/** A sweep comes again by itself: one more try is enough. */
export const sweepJob = (name: string, every: string) =>
  ({
    name,
    every,
    retries: 1,
    firstRetryAfter: 10,
    longestRetryAfter: 10,
    concurrency: 1,
  }) satisfies JobPolicy;
