export { lacksEvidence, mayWaive } from './adjudicator.ts';
export { giveUpWaiting } from './conclude-case.ts';
export type { LookLate } from './look-late.ts';
export { rule } from './rule.ts';
export { adjudicationDefaults } from './settings.ts';
