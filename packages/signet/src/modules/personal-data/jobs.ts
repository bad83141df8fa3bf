import { type JobPolicy, sweepJob } from '../../kernel/index.ts';

export const personalDataJobs = { sweep: sweepJob('sweep-deletions', '* * * * *') } as const satisfies Record<
  string,
  JobPolicy
>;
