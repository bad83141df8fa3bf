export type { CaseState, OpenCase } from './cases.ts';
export { createRecovery } from './create-recovery.ts';
export { recoveryJobs } from './jobs.ts';
export { recoveryPersonalData } from './postgres-personal-data.ts';
export type { ConfirmError, EarlierWay, RecoverError, Recovery, Rung } from './recovery.ts';
