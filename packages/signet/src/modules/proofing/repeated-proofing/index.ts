export { reclaimAccount } from './reclaim-account.ts';
export { asPending, type Recovery, type RepeatedProofing, recoveryIn } from './recovery.ts';
export { isUnderWay, mayClaim, proveAgain } from './start-repeated-proofing.ts';
