export { type JobKind, openJobs } from './jobs.ts';
