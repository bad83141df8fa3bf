import { type JobPolicy, sweepJob } from '../../../kernel/index.ts';

export const recoveryJobs = { sweep: sweepJob('sweep-recoveries', '* * * * *') } as const satisfies Record<
  string,
  JobPolicy
>;
