export { type JobData, type JobKind, type Jobs, openJobs } from './jobs.ts';
