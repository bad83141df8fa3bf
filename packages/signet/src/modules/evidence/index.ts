export {
  ageOn,
  agreements,
  type Box,
  comparedFields,
  type DocumentFields,
  type DocumentReading,
  documentDay,
  type Expiry,
  type FieldComparison,
  isPortraitInPlace,
  layoutFaults,
  type PageLayout,
  type PrintedKind,
  printedKinds,
} from './document/index.ts';
export {
  type CaptureSlot,
  judgeAtOnce,
  type PhotoProblem,
  photoProblems,
  settledProblems,
} from './kind/index.ts';
export {
  type AccountKind,
  type AccountSlot,
  accountKinds,
  createDocumentReaders,
  type DocumentKind,
  type DocumentReaders,
  type DocumentSlot,
  documentKinds,
  evidenceKinds,
  type ProblemOf,
  photoSlot,
  type RecordOf,
  type SlotOf,
  slotsOf,
} from './kinds.ts';
export { issuerName } from './license/index.ts';
export {
  decodePhoto,
  intakePhoto,
  measurePhoto,
  type Photo,
  type PhotoFile,
  type PhotoNeeds,
  type PhotoQuality,
  type PhotoRefusal,
  type QualityProblem,
  qualityProblems,
  sniffPhoto,
} from './photo/index.ts';
export { selfie } from './selfie/index.ts';
