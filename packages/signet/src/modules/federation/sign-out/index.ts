export { type EndEverywhere, endEverywhere, type SignOutNeeds, tellOfEndJob } from './end-everywhere.ts';
export { signOutInBrowser } from './sign-out.ts';
