export { comparePrint } from './compare-print.ts';
export { printedKind, saysSpecimen } from './print-kind.ts';
export { readPrint } from './read-print.ts';
