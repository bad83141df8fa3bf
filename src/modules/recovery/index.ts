export { createRecovery } from './create-recovery.ts';
export { recoveryPersonalData } from './postgres-personal-data.ts';
export { recoveryUnderWay } from './postgres-under-way.ts';
export type {
  ConfirmError,
  ConfirmError,
  EarlierWay,
  RecoverError,
  RecoverError,
  Recovery,
  Recovery,
  Rung,
  Rung,
} from './recovery.ts';
