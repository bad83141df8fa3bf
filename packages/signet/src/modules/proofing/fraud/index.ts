export { forgetSignals, noteNetwork, reasonsToLook } from './case-signals.ts';
export { type DryRun, dryRun } from './dry-run.ts';
export { type FraudPolicy, fraudPolicy, policySchema } from './policy.ts';
export type { SignalStore } from './ports.ts';
export { postgresSignals, type SignalDigesting } from './postgres-signals.ts';
