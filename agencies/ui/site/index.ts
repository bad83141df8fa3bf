export { page, statusOf } from './answer.ts';
export { createSite, type Log, mountSignInPages, onSignInFailure } from './create-site.tsx';
export { type AgencyOptions, type LogEvent, printLines } from './options.ts';
