export { type Progress, progressOf } from './progress.ts';
export { runChecks } from './run-checks.ts';
export { checkDefaults } from './settings.ts';
