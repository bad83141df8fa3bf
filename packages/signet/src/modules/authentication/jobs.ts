import { type JobPolicy, sweepJob } from '../../kernel/index.ts';

export const authenticationJobs = {
  sweep: sweepJob('sweep-sessions', '*/10 * * * *'),
} as const satisfies Record<string, JobPolicy>;
