import { type JobPolicy, sweepJob } from '../../kernel/index.ts';
import { proofingJobNames } from './cases/index.ts';
import { checkLimits } from './limits.ts';

/** How often each is tried, and how many at once. */
export const proofingJobs = {
  // Reading images and comparing faces takes a core: one at a time, so that the other stays free. Tried for a few minutes:
  // after that the sweep sends another, and the jobs of a photo that breaks its reader do not pile up. The first time is
  // soon: a person waits before the page, and most often the worker was only replaced.
  check: {
    name: proofingJobNames.check,
    retries: 7,
    firstRetryAfter: 1,
    longestRetryAfter: 120,
    atOnce: checkLimits['at-once'],
  },
  letterNotMailed: {
    name: proofingJobNames.letterNotMailed,
    retries: 20,
    firstRetryAfter: 2,
    longestRetryAfter: 3600,
  },
  sweep: sweepJob(proofingJobNames.sweep, '* * * * *'),
} as const satisfies Record<string, JobPolicy>;
