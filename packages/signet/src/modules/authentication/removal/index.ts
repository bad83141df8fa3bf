export { createRemoval } from './create-removal.ts';
export { postgresRemovalLock } from './postgres-removal-lock.ts';
export { postgresWaysBeforeRecovery, type WaysBeforeRecovery } from './postgres-ways-before-recovery.ts';
export type {
  AuthenticatorRef,
  AuthenticatorRemoval,
  Removal,
} from './removal.ts';
export type { Undoing } from './undoing.ts';
