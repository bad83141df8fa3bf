export type { Attempt, Attempts, TooManyAttempts } from './attempts.ts';
export { createLimits, type HashSettings, type Limits } from './create-limits.ts';
export { failuresAtMost, failuresBorne, type TakenAttempt, turnedOff } from './failure-limit.ts';
export type { Busy, HashQueue, QueuePlace } from './hash-queue.ts';
export { networkOf, wideNetworkOf } from './source-network.ts';
export type { TriedAccounts } from './tried-accounts.ts';
