export { decodePhoto, intakePhoto, sniffPhoto } from './intake-photo.ts';
export { judgingLimits } from './limits.ts';
export { measureFaults } from './measure-faults.ts';
export { measurePhoto, measurePixels, pixelsOf } from './measure-photo.ts';
export {
  type Photo,
  type PhotoFile,
  type PhotoNeeds,
  type PhotoQuality,
  type PhotoRefusal,
  type QualityProblem,
  qualityProblems,
} from './photo.ts';
export { photoQuality } from './settings.ts';
