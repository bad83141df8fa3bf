export { createRecovering } from './create-recovering.ts';
export type { Recovering, RecoveryMethod, RecoveryProof, RecoveryProofError } from './recovering.ts';
