export { type EndEverywhere, endEverywhere, type SignOutNeeds, tellOfEndJob } from './end-everywhere.ts';
export { signOutInBrowser, tellAgencies } from './sign-out.ts';
