import { type JobPolicy, sweepJob } from '../../kernel/index.ts';
import { endToldLimits } from './limits.ts';
import { tellOfEndJob } from './sign-out/index.ts';

export const federationJobs = {
  // Ten tries in the first hour, then every half hour: longer than a session at an agency lasts (P4).
  tellOfEnd: {
    name: tellOfEndJob,
    retries: 60,
    firstRetryAfter: 2,
    longestRetryAfter: 1800,
    atOnce: endToldLimits['at-once'],
    eachAtOnce: endToldLimits['at-once-each'],
  },
  sweep: sweepJob('sweep-artifacts', '*/10 * * * *'),
} as const satisfies Record<string, JobPolicy>;
