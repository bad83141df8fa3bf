export type { CaseKeys } from './case-keys.ts';
export type { CaseState, OpenCase, RecoveryCases } from './cases.ts';
export { createCases } from './create-cases.ts';
export { type CaseStore, postgresCases } from './postgres-cases.ts';
