export { AppError } from './app-error.ts';
export { type Clock, days, hours, manualClock, minutes, seconds, systemClock } from './clock.ts';
export { isDatabaseAway } from './database-away.ts';
export { type AuditRef, asId, type CaseId, isUuid, newId, type PersonId } from './ids.ts';
export type { PersonalData, Written } from './personal-data.ts';
export { Redacted } from './redacted.ts';
export { assertNever, err, ok, type Result } from './result.ts';
export { takingTurns } from './taking-turns.ts';
export type { Transact, Tx } from './transaction.ts';
