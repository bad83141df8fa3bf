import type { JobPolicy } from '../kernel/index.ts';
import { authenticationJobs, recoveryJobs } from '../modules/authentication/index.ts';
import { federationJobs } from '../modules/federation/index.ts';
import { noticesJobs } from '../modules/notices/index.ts';
import { personalDataJobs } from '../modules/personal-data/index.ts';
import { proofingJobs } from '../modules/proofing/index.ts';

/** Every kind of job, as the modules declare them: their queues exist before anything is put into one. */
export const jobPolicies: readonly JobPolicy[] = [
  noticesJobs,
  federationJobs,
  proofingJobs,
  authenticationJobs,
  recoveryJobs,
  personalDataJobs,
].flatMap((jobs) => Object.values(jobs));
