export { adjudicate, lacksEvidence, mayWaive } from './adjudicator.ts';
export { giveUpWaiting } from './conclude-case.ts';
export { judgeDocument } from './judge-document.ts';
export { judgePortraitAlone } from './judge-face.ts';
export type { Judgment } from './judgment.ts';
export type { LookLate } from './look-late.ts';
export { rule } from './rule.ts';
export { adjudicationDefaults } from './settings.ts';
