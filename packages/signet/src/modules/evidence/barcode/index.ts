export { type BarcodeProblem, barcodeProblems } from './barcode-reading.ts';
export { readBarcode } from './read-barcode.ts';
