export { saysOwnDate } from './compare-numbers.ts';
export { comparePrint } from './compare-print.ts';
export { likeliestLine } from './likeliest-line.ts';
export { frontLayout, type Page } from './page-layout.ts';
export { printedKind, saysSpecimen } from './print-kind.ts';
export { type PrintedLine, UNREAD } from './printed-line.ts';
export { isSettled } from './settled.ts';
