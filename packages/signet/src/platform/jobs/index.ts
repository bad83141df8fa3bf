export { installJobs } from './install-jobs.ts';
export { type JobKind, openJobs } from './jobs.ts';
