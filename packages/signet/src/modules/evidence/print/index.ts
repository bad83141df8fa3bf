export { comparePrint, frontLayout, printedKind, saysSpecimen } from './compare/index.ts';
export { readKind } from './read-kind.ts';
export { readPrint } from './read-print.ts';
