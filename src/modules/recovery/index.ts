export { createRecovery } from './create-recovery.ts';
export { recoveryPersonalData } from './postgres-personal-data.ts';
export { recoveryUnderWay } from './postgres-under-way.ts';
export type { ConfirmError, EarlierWay, RecoverError, Recovery, Rung } from './recovery.ts';
