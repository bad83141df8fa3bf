export { comparePrint, frontLayout, printedKind, saysSpecimen } from './compare/index.ts';
export { readPrint } from './read-print.ts';
