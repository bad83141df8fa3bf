export { readDocument } from './check-document.ts';
export { asShares } from './check-face.ts';
export { type Progress, progressOf } from './progress.ts';
export { runChecks } from './run-checks.ts';
export { checkDefaults } from './settings.ts';
