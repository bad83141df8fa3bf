export { type BarcodeProblem, barcodeProblems } from './barcode-reading.ts';
export { findBarcode, readBarcode } from './read-barcode.ts';
