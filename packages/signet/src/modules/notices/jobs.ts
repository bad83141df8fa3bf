import { type JobPolicy, sweepJob } from '../../kernel/index.ts';
import { messageLimits } from './limits.ts';
import { deliverMessageJob } from './send-notice.ts';

export const noticesJobs = {
  // Twelve tries in the first two hours, then every hour for three days: a notice that somebody was proven or that a way
  // in was added must outlast a mail server's weekend (A14, B13, B16).
  deliver: {
    name: deliverMessageJob,
    retries: 84,
    firstRetryAfter: 2,
    longestRetryAfter: 3600,
    atOnce: messageLimits['at-once'],
  },
  sweep: sweepJob('sweep-messages', '23 * * * *'),
} as const satisfies Record<string, JobPolicy>;
