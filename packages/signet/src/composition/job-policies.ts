import { tellOfEndJob } from '../modules/federation/index.ts';
import { deliverMessageJob } from '../modules/notices/index.ts';
import { proofingJobs } from '../modules/proofing/index.ts';

const rarely = { retries: 1, firstRetryAfter: 10, longestRetryAfter: 10, concurrency: 1 } as const;

/** Every kind of job: how often it is tried again and how many run at once in a worker. Delays in seconds. */
export const jobPolicies = {
  // Twelve tries in the first two hours, then every hour for three days: a notice that somebody was proven or that a way
  // in was added must outlast a mail server's weekend (A14, B13, B16).
  mail: { name: deliverMessageJob, retries: 84, firstRetryAfter: 2, longestRetryAfter: 3600, concurrency: 4 },
  // ten tries in the first hour, then every half hour: longer than a session at an agency lasts (P4)
  tellOfEnd: { name: tellOfEndJob, retries: 60, firstRetryAfter: 2, longestRetryAfter: 1800, concurrency: 2 },
  sweepMessages: { name: 'sweep-messages', ...rarely, every: '23 * * * *' },
  // Reading images and comparing faces takes a core: one at a time, so that the other stays free.
  check: {
    name: proofingJobs.check,
    // a few minutes: after that the sweep sends another, and the jobs of a photo that breaks its reader do not pile up
    retries: 6,
    firstRetryAfter: 2,
    longestRetryAfter: 120,
    concurrency: 1,
  },
  sweepCases: { name: proofingJobs.sweep, ...rarely, every: '* * * * *' },
  sweepSessions: { name: 'sweep-sessions', ...rarely, every: '*/10 * * * *' },
  sweepRecoveries: { name: 'sweep-recoveries', ...rarely, every: '* * * * *' },
  sweepDeletions: { name: 'sweep-deletions', ...rarely, every: '* * * * *' },
  sweepArtifacts: { name: 'sweep-artifacts', ...rarely, every: '*/10 * * * *' },
} as const;
