export { type EndEverywhere, endEverywhere, tellOfEndJob } from './end-everywhere.ts';
export type { JobQueue } from './ports.ts';
export { signOutInBrowser, tellAgencies } from './sign-out.ts';
