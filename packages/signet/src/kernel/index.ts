export { AppError } from './app-error.ts';
export { guessableCost, passwordCost } from './argon2-costs.ts';
export { type Clock, days, hours, minutes, seconds, systemClock } from './clock.ts';
export { codeHash, isSameHash } from './code-hash.ts';
export { inFours, newCrockford, readCrockford } from './crockford.ts';
export {
  type Database,
  databaseFaultKinds,
  databaseFaultOf,
  isDatabaseAway,
  markDriverError,
  rollBackOnError,
  sqlStates,
  type Transact,
  type Tx,
} from './database/index.ts';
export { forEachCollectingFaults } from './for-each-collecting-faults.ts';
export { type AuditRef, asId, type CaseId, isUuid, newId, type PersonId } from './ids.ts';
export { type JobPlace, type JobPolicy, sweepJob } from './job-policy.ts';
export { type KeptFormat, keptFormat } from './kept-format.ts';
export { al, atStart, del, type Language, languages } from './language.ts';
export {
  countedSince,
  type LimitRow,
  limitsOf,
  usedUpUntil,
  type WindowLimit,
  withMost,
} from './limit.ts';
export type { PersonalData, Written } from './personal-data.ts';
export { isToken, newSixDigitCode, newToken } from './random-codes.ts';
export { Redacted } from './redacted.ts';
export { inRequest, type OnceARequest, onceARequest, requestId } from './request-scope.ts';
export { assertNever, err, ok, type Result } from './result.ts';
export { createTurns, recentCounts, type TooManyWaiting } from './taking-turns.ts';
export { sameSpelling, typedCode, typedDigits } from './typed-text.ts';
