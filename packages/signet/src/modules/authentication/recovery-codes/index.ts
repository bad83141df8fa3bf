export { createRecoveryCodes } from './create-recovery-codes.ts';
export type { FindRecoveryCode } from './find-recovery-code.ts';
export type * from './outcomes.ts';
export { postgresRecoveryCodes, type RecoveryCodeStore } from './postgres-recovery-codes.ts';
export type { RecoveryCodes } from './recovery-codes.ts';
