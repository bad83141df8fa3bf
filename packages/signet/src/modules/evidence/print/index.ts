export {
  type Agreement,
  alignedNeighbor,
  bare,
  best,
  compareExact,
  comparePrint,
  compareWords,
  frontLayout,
  frontSettings,
  type LabeledText,
  type PrintedLine,
  part,
  printComparison,
  printedCardType,
  printedKind,
  readPrintedFields,
  rightOf,
  saysAamvaCard,
  saysSpecimen,
  UNREAD,
  withoutSuffix,
} from './compare/index.ts';
export { isUpsideDown } from './is-upside-down.ts';
export { ocrModelDigests } from './ocr-models.ts';
export { type OpenPage, withPage } from './open-page.ts';
export { readKind } from './read-kind.ts';
export { readLines, readPrint } from './read-print.ts';
export { textDetection, textRecognition } from './settings.ts';
export { findZone, readZone, type Zone } from './zone/index.ts';
