export type {
  AccountRecovery,
  ConfirmError,
  ConfirmLinkError,
  EarlierWay,
  RecoverError,
  Rung,
} from './account-recovery.ts';
export { type CaseState, type OpenCase, postgresCases } from './cases/index.ts';
export type { EndAllAtAgencies } from './complete-recovery.ts';
export { createAccountRecovery } from './create-account-recovery.ts';
export { recoveryJobs } from './jobs.ts';
export { recoveryPersonalData } from './postgres-personal-data.ts';
export { postgresRecoveries } from './postgres-recoveries.ts';
