export { installJobs } from './install-jobs.ts';
export { type JobKind, type Jobs, openJobs } from './jobs.ts';
