import type { Limit } from './limit.ts';

/** A kind of job: how often it is tried again, and how many run at once in a worker. Delays in seconds. */
export interface JobPolicy {
  readonly name: string;
  readonly retries: number;
  /** Each wait is twice the one before, up to the longest. */
  readonly firstRetryAfter: number;
  readonly longestRetryAfter: number;
  /** How many run at once in a worker; one where it is not said. */
  readonly atOnce?: Limit;
  /** And of those that are `of` the same. */
  readonly eachAtOnce?: Limit;
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
  }) satisfies JobPolicy;

/** When a job runs beside those of others. */
export interface JobPlace {
  readonly afterSeconds?: number;
  /** How many jobs whoever asks for it had lately: it waits behind those of whoever had fewer. */
  readonly behind?: number;
  /** Whose it is, of those that share the worker (`eachAtOnce`). In clear: never a person. */
  readonly of?: string;
}
